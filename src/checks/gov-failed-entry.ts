import { readPath } from '../json/path.ts'
import type { Check } from '../model/check.ts'
import { failedAt, failedReply } from './failed.ts'
import { replyInWords } from './reply-words.ts'
import { isText } from './text.ts'

/** For tasks that answer for each of several things; a seller that answers the whole call with an error has refused all. */
export const govFailedEntry: Check<'gov_failed_entry', { readonly path: string }> = {
  kind: 'gov_failed_entry',
  summary: 'The entry of the reply at `path` is failed, with an error that has a code; or the whole reply is an error.',
  params: { type: 'object', required: ['path'], properties: { path: { type: 'string', minLength: 1 } } },
  evaluate({ path }, evidence) {
    const { reply, payload } = evidence
    if ((reply.kind === 'task' || reply.kind === 'rpc_error') && reply.error?.code !== undefined)
      return { status: 'passed' }
    if (payload === undefined)
      return failedReply(evidence, `nothing failed: the agent answered ${replyInWords(reply)}`, 'a failed entry', null)
    const status = readPath(payload, `${path}.status`)
    if (status !== 'failed') return failedAt(`${path}.status`, evidence, 'the entry has not failed', 'failed', status)
    const code = readPath(payload, `${path}.errors[0].code`)
    if (isText(code)) return { status: 'passed' }
    return failedAt(`${path}.errors`, evidence, 'the entry does not tell why it failed', 'an error with a code', code)
  },
}
