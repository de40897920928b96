import { readPath } from '../json/path.ts'
import type { Check } from '../model/check.ts'
import { failedAt } from './failed.ts'

export const fieldPresent: Check<'field_present', { readonly path: string }> = {
  kind: 'field_present',
  summary: 'The field is there and is not null.',
  params: { type: 'object', required: ['path'], properties: { path: { type: 'string', minLength: 1 } } },
  evaluate({ path }, evidence) {
    const actual = readPath(evidence.payload, path)
    if (actual !== undefined && actual !== null) return { status: 'passed' }
    return failedAt(path, evidence, `${path} is ${actual === null ? 'null' : 'missing'}`, path, actual)
  },
}
