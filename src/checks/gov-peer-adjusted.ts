import { equalJson } from '../json/equal.ts'
import { readPath } from '../json/path.ts'
import type { Check } from '../model/check.ts'
import type { Json } from '../model/json.ts'
import { noCall, type PeerSelection, peerCalls, peerSelectionSchema } from './peer-calls.ts'

interface Params extends Pick<PeerSelection, 'since'> {
  readonly conditions: readonly Condition[]
}

/** As the hosted governance agent gave it. */
interface Condition {
  readonly field: string
  readonly required_value: Json
}

export const govPeerAdjusted: Check<'gov_peer_adjusted', Params> = {
  kind: 'gov_peer_adjusted',
  summary:
    'Where the seller confirms, the last check that came to the hosted governance agent meets every one of the conditions. The order within lists does not count.',
  params: {
    type: 'object',
    required: ['conditions'],
    properties: {
      since: peerSelectionSchema.since ?? {},
      conditions: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          required: ['field', 'required_value'],
          additionalProperties: false,
          properties: { field: { type: 'string', minLength: 1 }, required_value: {} },
        },
      },
    },
  },
  evaluate(params, evidence) {
    const { reply } = evidence
    if (reply.kind !== 'task' || reply.error || reply.interim)
      return { status: 'not_applicable', note: 'the seller has confirmed nothing' }
    const call = peerCalls(params, evidence).at(-1)
    if (call === undefined) return noCall(params)
    const isMet = ({ field, required_value }: Condition) => isSame(readPath(call.arguments, field), required_value)
    const unmet = params.conditions.find((one) => !isMet(one))
    if (unmet === undefined) return { status: 'passed' }
    const { field, required_value: expected } = unmet
    const message = `the seller confirms, and has not asked with the ${field} that was its condition`
    return { status: 'failed', message, pointer: null, expected, actual: readPath(call.arguments, field) ?? null }
  },
}

function isSame(actual: Json | undefined, wanted: Json): boolean {
  return equalJson(sorted(actual ?? null), sorted(wanted))
}

function sorted(value: Json): Json {
  return Array.isArray(value) ? value.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : value
}
