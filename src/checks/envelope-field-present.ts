import { readPath } from '../json/path.ts'
import type { Check } from '../model/check.ts'
import { failedAt } from './failed.ts'

/** Over MCP the envelope's fields travel beside the payload's own, unless the agent wraps the payload. */
export const envelopeFieldPresent: Check<'envelope_field_present', { readonly path: string }> = {
  kind: 'envelope_field_present',
  summary: 'The field of the protocol envelope is there and is not null.',
  params: { type: 'object', required: ['path'], properties: { path: { type: 'string', minLength: 1 } } },
  evaluate({ path }, evidence) {
    const envelope = evidence.reply.kind === 'task' ? (evidence.reply.envelope ?? evidence.payload) : undefined
    const actual = readPath(envelope, path)
    if (actual !== undefined && actual !== null) return { status: 'passed' }
    return failedAt(path, evidence, `${path} is ${actual === null ? 'null' : 'missing'} in the envelope`, path, actual)
  },
}
