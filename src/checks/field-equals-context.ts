import { equalJson } from '../json/equal.ts'
import { readPath } from '../json/path.ts'
import type { Check } from '../model/check.ts'
import { capturedValue, contextKeySchema } from './comparand.ts'
import { failedAt } from './failed.ts'

interface Params {
  /** '' is the whole payload. */
  readonly path: string
  readonly context_key: string
}

export const fieldEqualsContext: Check<'field_equals_context', Params> = {
  kind: 'field_equals_context',
  summary: 'The field equals what an earlier step captured; key order does not matter.',
  params: {
    type: 'object',
    required: ['path', 'context_key'],
    properties: { path: { type: 'string' }, context_key: contextKeySchema },
  },
  evaluate({ path, context_key }, evidence) {
    const expected = capturedValue(context_key, evidence)
    const actual = readPath(evidence.payload, path)
    if (equalJson(actual, expected)) return { status: 'passed' }
    const name = path || 'the reply'
    const problem = actual === undefined ? `${name} is missing` : `${name} is not what was captured as ${context_key}`
    return failedAt(path, evidence, problem, expected, actual)
  },
}
