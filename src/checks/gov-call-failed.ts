import type { Check } from '../model/check.ts'
import type { Reply } from '../model/exchange.ts'
import { failedReply } from './failed.ts'
import { replyInWords } from './reply-words.ts'

export const govCallFailed: Check<'gov_call_failed', { readonly value: boolean }> = {
  kind: 'gov_call_failed',
  summary: 'The transport says that the call failed (isError over MCP, a failed task), or that it did not.',
  params: { type: 'object', required: ['value'], properties: { value: { type: 'boolean' } } },
  evaluate({ value }, evidence) {
    const { reply } = evidence
    const failed = reply.kind === 'rpc_error' || reply.kind === 'http_error' || isFailedTask(reply)
    if (reply.kind !== 'unreachable' && failed === value) return { status: 'passed' }
    const words = `the agent answered ${replyInWords(reply)}`
    const message = value ? `the transport does not say that the call failed; ${words}` : `the call failed; ${words}`
    return failedReply(evidence, message, value ? 'a call that failed' : 'a call that succeeded', failed)
  },
}

/** A task that was taken on tells of its failure when it is asked for, in a call that succeeds. */
function isFailedTask(reply: Reply): boolean {
  return reply.kind === 'task' && (reply.isError || (reply.followed === true && reply.error !== undefined))
}
