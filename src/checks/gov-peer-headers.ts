import type { Check } from '../model/check.ts'
import { noCall, type PeerSelection, peerCalls, peerSelectionSchema, usualTool } from './peer-calls.ts'

export const govPeerHeaders: Check<'gov_peer_headers', PeerSelection> = {
  kind: 'gov_peer_headers',
  summary: 'Each call to the hosted governance agent presents the credential that was registered for it.',
  params: { type: 'object', properties: peerSelectionSchema },
  evaluate(params, evidence) {
    const calls = peerCalls(params, evidence)
    if (calls.length === 0) return noCall(params)
    const other = calls.find(({ credential }) => credential !== 'expected')
    if (other === undefined) return { status: 'passed' }
    const presented = other.credential === 'none' ? 'no credential' : 'another credential than the registered one'
    return {
      status: 'failed',
      message: `the seller called ${params.tool ?? usualTool} with ${presented}`,
      pointer: null,
      expected: 'the registered credential',
      actual: presented,
    }
  },
}
