import type { Check } from '../model/check.ts'
import type { Json } from '../model/json.ts'
import { failedReply } from './failed.ts'
import { replyInWords } from './reply-words.ts'

/** `value` is the author's word for the outcome: success or error, true or false, or an HTTP-like number. */
export const statusCode: Check<'status_code', { readonly value?: Json }> = {
  kind: 'status_code',
  summary: 'The task succeeded, or failed, as `value` says; success when no value is given.',
  params: { type: 'object', properties: { value: {} } },
  evaluate({ value }, evidence) {
    const wanted = value === undefined || !meansError(value)
    const { reply } = evidence
    if (reply.kind === 'unreachable') {
      return failedReply(evidence, `the agent gave ${replyInWords(reply)}`, value ?? 'success', null)
    }
    const succeeded = reply.kind === 'task' && !reply.error
    if (succeeded === wanted) return { status: 'passed' }
    return failedReply(
      evidence,
      `the agent answered ${replyInWords(reply)}`,
      value ?? 'success',
      succeeded ? 'success' : 'error',
    )
  },
}

function meansError(value: Json): boolean {
  if (typeof value === 'number') return value >= 400
  if (typeof value === 'string' && /^\d{3}$/.test(value)) return Number(value) >= 400
  return value === false || value === 'error' || value === 'failed' || value === 'failure'
}
