import type { Check } from '../model/check.ts'
import { inWords, peerCalls, peerRequests, requireWhole } from './peer-calls.ts'

export const govPeerBeforeCommit: Check<'gov_peer_before_commit'> = {
  kind: 'gov_peer_before_commit',
  summary: 'The seller asked the hosted governance agent after it was asked itself, and before it answered.',
  params: { type: 'object' },
  evaluate(_params, evidence) {
    const { reply } = evidence
    if (reply.kind === 'task' && reply.interim)
      return { status: 'not_applicable', note: `the task is still "${reply.interim}": nothing is confirmed yet` }
    if ((reply.kind === 'task' || reply.kind === 'rpc_error') && reply.error?.code !== undefined)
      return { status: 'not_applicable', note: 'the request was refused: nothing is confirmed' }
    const calls = peerCalls({}, evidence)
    if (calls.some(({ beforeAnswer }) => beforeAnswer)) return { status: 'passed' }
    requireWhole(evidence)
    const when = calls.length > 0 ? 'only after it had answered' : 'not at all'
    return {
      status: 'failed',
      message: `the seller asked the hosted governance agent ${when}`,
      pointer: null,
      expected: 'check_governance before the answer',
      actual: inWords(peerRequests({}, evidence)),
    }
  },
}
