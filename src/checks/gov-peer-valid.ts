import { AuthoringDefect } from '../errors.ts'
import type { Check } from '../model/check.ts'
import type { SchemaError } from '../model/schema-set.ts'
import { brokenRules } from './broken-rules.ts'
import { noCall, type PeerSelection, peerCalls, peerSelectionSchema, usualTool } from './peer-calls.ts'

type Params = Pick<PeerSelection, 'since'>

/** A member that nobody knows harms nobody: governance agents of a later release may know it. */
const forgiven: ReadonlySet<string> = new Set(['additionalProperties', 'unevaluatedProperties'])

export const govPeerValid: Check<'gov_peer_valid', Params> = {
  kind: 'gov_peer_valid',
  summary:
    'Each check_governance that came to the hosted governance agent is valid by the official request schema, but for members that the schema does not know.',
  params: { type: 'object', properties: { since: peerSelectionSchema.since ?? {} } },
  evaluate(params, evidence) {
    const calls = peerCalls(params, evidence)
    if (calls.length === 0) return noCall(params)
    const { peerQuestionSchema: schema } = evidence
    if (schema === undefined) throw new AuthoringDefect('this AdCP release has no request schema for check_governance')
    for (const call of calls) {
      const [first, ...others] = schema.validate(call.arguments).filter(counts)
      if (first === undefined) continue
      const message = `${usualTool}, as the seller called it, is not valid: ${first.instancePath || 'it'} ${first.message}`
      return {
        status: 'failed',
        message,
        pointer: null,
        expected: schema.id,
        actual: brokenRules([first, ...others]).actual,
      }
    }
    return { status: 'passed' }
  },
}

function counts({ keyword }: SchemaError): boolean {
  return !forgiven.has(keyword)
}
