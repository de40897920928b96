import type { Check } from '../model/check.ts'
import { failedReply } from './failed.ts'
import { replyInWords } from './reply-words.ts'

/** A task that goes on in the background has been answered: the caller knows where it stands. */
export const govAnswersWithin: Check<'gov_answers_within', { readonly seconds: number }> = {
  kind: 'gov_answers_within',
  summary: 'The agent answers the task within the given time, measured by the runner.',
  params: { type: 'object', required: ['seconds'], properties: { seconds: { type: 'number', exclusiveMinimum: 0 } } },
  evaluate({ seconds }, evidence) {
    const { reply } = evidence
    const expected = `an answer within ${seconds} s`
    if (reply.kind === 'unreachable' || reply.kind === 'http_error')
      return failedReply(evidence, `there was no answer: ${replyInWords(reply)}`, expected, null)
    const took = (Date.parse(evidence.receivedAt) - Date.parse(evidence.sentAt)) / 1000
    if (took <= seconds) return { status: 'passed' }
    return failedReply(evidence, `the answer took ${took} s`, expected, took)
  },
}
