import { AuthoringDefect } from '../errors.ts'
import type { Check } from '../model/check.ts'
import type { Reply } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import { failedReply } from './failed.ts'
import { replyInWords } from './reply-words.ts'
import { isText } from './text.ts'

export const govNotDisclosed: Check<'gov_not_disclosed', { readonly values: readonly string[] }> = {
  kind: 'gov_not_disclosed',
  summary: 'None of the strings appears anywhere in the reply.',
  params: {
    type: 'object',
    required: ['values'],
    properties: { values: { type: 'array', minItems: 1, items: { type: 'string', minLength: 4 } } },
  } as JsonObject,
  evaluate({ values }, evidence) {
    if (values.length === 0 || !values.every(isText))
      throw new AuthoringDefect('"values" must be strings that are not blank, or there is nothing to look for')
    const text = textOf(evidence.reply)
    if (text === undefined)
      return failedReply(evidence, `there is nothing to search: ${replyInWords(evidence.reply)}`, 'a reply', null)
    const leaked = values.filter((value) => text.includes(value) || text.includes(JSON.stringify(value).slice(1, -1)))
    if (leaked.length === 0) return { status: 'passed' }
    return failedReply(evidence, 'the reply discloses what it must keep to itself', { none_of: values }, leaked)
  },
}

function textOf(reply: Reply): string | undefined {
  if (reply.kind === 'unreachable') return undefined
  if (reply.kind === 'http_error' || reply.kind === 'http') return reply.body
  // The payload as well: read from text, it may hold what escapes hide in that text.
  return JSON.stringify(reply.kind === 'task' ? [reply.raw, reply.payload] : reply.raw)
}
