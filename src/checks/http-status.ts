import { AuthoringDefect } from '../errors.ts'
import type { Check, Evidence, Outcome } from '../model/check.ts'
import { failedReply } from './failed.ts'
import { httpAnswerOf } from './http-answer.ts'
import { replyInWords } from './reply-words.ts'

export const httpStatus: Check<'http_status', { readonly value?: number }> = {
  kind: 'http_status',
  summary: 'The HTTP status of the answer is this one.',
  params: { type: 'object', required: ['value'], properties: { value: { type: 'integer' } } },
  evaluate({ value }, evidence) {
    if (value === undefined) throw new AuthoringDefect('"value" gives no HTTP status')
    return graded(evidence, [value], value)
  },
}

export const httpStatusIn: Check<'http_status_in', { readonly allowed_values?: readonly number[] }> = {
  kind: 'http_status_in',
  summary: 'The HTTP status of the answer is one of these.',
  params: {
    type: 'object',
    required: ['allowed_values'],
    properties: { allowed_values: { type: 'array', minItems: 1, items: { type: 'integer' } } },
  },
  evaluate({ allowed_values: allowed = [] }, evidence) {
    if (allowed.length === 0) throw new AuthoringDefect('"allowed_values" gives no HTTP status')
    return graded(evidence, allowed, allowed)
  },
}

function graded(evidence: Evidence, allowed: readonly number[], expected: number | readonly number[]): Outcome {
  const status = httpAnswerOf(evidence)?.status
  if (status !== undefined && allowed.includes(status)) return { status: 'passed' }
  const message =
    status === undefined
      ? `no HTTP status came: the agent answered ${replyInWords(evidence.reply)}`
      : `the HTTP status is ${status}`
  return failedReply(evidence, message, expected, status ?? null)
}
