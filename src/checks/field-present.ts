import { readPath } from '../json/path.ts'
import type { Check } from '../model/check.ts'
import { failedAt } from './failed.ts'

/** An empty text says nothing, as in a capture. An empty list is a list: how many items it needs is for the schema to say. */
export const fieldPresent: Check<'field_present', { readonly path: string }> = {
  kind: 'field_present',
  summary: 'The field is there, and is neither null nor an empty text.',
  params: { type: 'object', required: ['path'], properties: { path: { type: 'string', minLength: 1 } } },
  evaluate({ path }, evidence) {
    const actual = readPath(evidence.payload, path)
    if (actual !== undefined && actual !== null && actual !== '') return { status: 'passed' }
    return failedAt(
      path,
      evidence,
      `${path} is ${actual === '' ? 'empty' : actual === null ? 'null' : 'missing'}`,
      path,
      actual,
    )
  },
}
