import { AuthoringDefect } from '../errors.ts'
import type { Check } from '../model/check.ts'
import type { JsonObject } from '../model/json.ts'
import { failedReply } from './failed.ts'
import { isText } from './text.ts'

export const govMentions: Check<'gov_mentions', { readonly values: readonly string[] }> = {
  kind: 'gov_mentions',
  summary: 'Each of the strings appears somewhere in the payload of the reply.',
  params: {
    type: 'object',
    required: ['values'],
    properties: { values: { type: 'array', minItems: 1, items: { type: 'string', minLength: 2 } } },
  } as JsonObject,
  evaluate({ values }, evidence) {
    if (values.length === 0 || !values.every(isText))
      throw new AuthoringDefect('"values" must be strings that are not blank, or there is nothing to look for')
    const text = evidence.payload ? JSON.stringify(evidence.payload) : ''
    const mentioned = values.filter((value) => text.includes(JSON.stringify(value).slice(1, -1)))
    if (mentioned.length === values.length) return { status: 'passed' }
    const missing = values.filter((value) => !mentioned.includes(value))
    return failedReply(evidence, `the reply does not mention ${missing.join(', ')}`, values, mentioned)
  },
}
