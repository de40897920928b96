import { readPath } from '../json/path.ts'
import type { Check } from '../model/check.ts'
import { envelopeOf } from './envelope.ts'
import { failedAt } from './failed.ts'

export const envelopeFieldPresent: Check<'envelope_field_present', { readonly path: string }> = {
  kind: 'envelope_field_present',
  summary: 'The field of the protocol envelope is there and is not null.',
  params: { type: 'object', required: ['path'], properties: { path: { type: 'string', minLength: 1 } } },
  evaluate({ path }, evidence) {
    const actual = readPath(envelopeOf(evidence), path)
    if (actual !== undefined && actual !== null) return { status: 'passed' }
    return failedAt(path, evidence, `${path} is ${actual === null ? 'null' : 'missing'} in the envelope`, path, actual)
  },
}
