import type { Check } from '../model/check.ts'
import { a2aExchangeOf, a2aResultOf } from './a2a-task.ts'
import { replyInWords } from './reply-words.ts'

/** A2A: who names a context in a message gets that context in the answer. A message that named none may open a new one. */
export const a2aContextContinuity: Check<'a2a_context_continuity', object> = {
  kind: 'a2a_context_continuity',
  summary: 'Over A2A, the answer keeps the context that the message was bound to.',
  params: { type: 'object', properties: {} },
  evaluate(_params, evidence) {
    const exchange = a2aExchangeOf(evidence)
    if (!exchange) return { status: 'not_applicable', note: 'the call did not go over A2A, and only A2A has contexts' }
    const expected = exchange.request.contextId
    if (expected === undefined)
      return { status: 'not_applicable', note: 'the message was bound to no context of an earlier step' }
    const result = a2aResultOf(evidence)
    if (evidence.reply.kind === 'rpc_error')
      return { status: 'not_applicable', note: `${replyInWords(evidence.reply)} carries no context` }
    if (result?.contextId === expected) return { status: 'passed' }
    const actual = result?.contextId ?? null
    const message = result
      ? `the answer ${actual ? 'is in another context' : 'names no context'}`
      : `no A2A result came: ${replyInWords(evidence.reply)}`
    return { status: 'failed', message, pointer: result ? '/contextId' : null, expected, actual }
  },
}
