import { AuthoringDefect } from '../errors.ts'
import type { Check } from '../model/check.ts'

/** Looks at no reply: at the flags that optional phases raised when their steps passed. */
export const anyOf: Check<'any_of', { readonly allowed_values?: readonly string[] }> = {
  kind: 'any_of',
  summary: 'At least one of these flags was raised by a step that passed.',
  params: {
    type: 'object',
    required: ['allowed_values'],
    properties: { allowed_values: { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } } },
  },
  evaluate({ allowed_values: flags = [] }, { contributed }) {
    if (flags.length === 0) throw new AuthoringDefect('"allowed_values" names no flag that a step could have raised')
    if (flags.some((flag) => contributed.has(flag))) return { status: 'passed' }
    return {
      status: 'failed',
      message: `no step raised ${flags.join(' or ')}`,
      pointer: null,
      expected: flags,
      actual: [...contributed].sort(),
    }
  },
}
