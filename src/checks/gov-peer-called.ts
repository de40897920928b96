import type { Check, FailedOutcome } from '../model/check.ts'
import {
  inWords,
  type PeerSelection,
  peerCalls,
  peerRequests,
  peerSelectionSchema,
  requireWhole,
  usualTool,
} from './peer-calls.ts'

interface Params extends PeerSelection {
  readonly min?: number
  readonly max?: number
}

const count = { type: 'integer', minimum: 0 } as const

export const govPeerCalled: Check<'gov_peer_called', Params> = {
  kind: 'gov_peer_called',
  summary:
    'The hosted governance agent was called: check_governance or another `tool`, at least `min` times (1), at most `max`.',
  params: {
    type: 'object',
    properties: { ...peerSelectionSchema, min: { ...count, minimum: 1 }, max: count },
  },
  evaluate(params, evidence) {
    const { tool = usualTool, min = 1, max } = params
    const calls = peerCalls(params, evidence)
    const came = inWords(peerRequests(params, evidence))
    if (calls.length < min) {
      requireWhole(evidence)
      const message = `${tool} reached the hosted governance agent ${times(calls.length)}`
      return { ...failed(message), expected: { tool, at_least: min }, actual: came }
    }
    if (max === undefined) return { status: 'passed' }
    if (calls.length > max)
      return {
        ...failed(`${tool} reached the hosted governance agent ${times(calls.length)}`),
        expected: { tool, at_most: max },
        actual: came,
      }
    requireWhole(evidence)
    return { status: 'passed' }
  },
}

export const govPeerNotCalled: Check<'gov_peer_not_called', PeerSelection> = {
  kind: 'gov_peer_not_called',
  summary: 'The hosted governance agent was not called: neither check_governance nor, if it is named, another `tool`.',
  params: { type: 'object', properties: peerSelectionSchema },
  evaluate(params, evidence) {
    const { tool = usualTool } = params
    const calls = peerCalls(params, evidence)
    if (calls.length > 0)
      return {
        ...failed(`${tool} reached the hosted governance agent ${times(calls.length)}, and should not have`),
        expected: { tool, at_most: 0 },
        actual: inWords(calls),
      }
    requireWhole(evidence)
    return { status: 'passed' }
  },
}

function failed(message: string): Pick<FailedOutcome, 'status' | 'message' | 'pointer'> {
  return { status: 'failed', message, pointer: null }
}

function times(number: number): string {
  return number === 0 ? 'never' : number === 1 ? 'once' : `${number} times`
}
