import { AuthoringDefect, NotEvaluable } from '../errors.ts'
import type { Check } from '../model/check.ts'
import { reportableHeaderNames } from '../model/reportable-headers.ts'
import { failedReply } from './failed.ts'
import { httpAnswerOf } from './http-answer.ts'
import { replyInWords } from './reply-words.ts'

/** Says nothing of any other status: which one is due is for http_status to say. */
export const on401RequireHeader: Check<'on_401_require_header', { readonly value?: string }> = {
  kind: 'on_401_require_header',
  summary: 'An answer with HTTP status 401 carries this header.',
  params: { type: 'object', required: ['value'], properties: { value: { type: 'string', minLength: 1 } } },
  evaluate({ value }, evidence) {
    if (!value) throw new AuthoringDefect('"value" names no header')
    // The absence of a header that is never kept shows nothing.
    if (!reportableHeaderNames.includes(value.toLowerCase()))
      throw new NotEvaluable('unsupported', `the header ${value} is not kept`)
    const answer = httpAnswerOf(evidence)
    if (!answer) {
      return failedReply(evidence, `no HTTP answer came: ${replyInWords(evidence.reply)}`, value, null)
    }
    if (answer.status !== 401)
      return { status: 'not_applicable', note: `the HTTP status is ${answer.status}, and the header is due with 401` }
    const header = answer.headers[value.toLowerCase()]
    if (header?.trim()) return { status: 'passed' }
    return failedReply(evidence, `HTTP 401 without ${value}`, value, header ?? null)
  },
}
