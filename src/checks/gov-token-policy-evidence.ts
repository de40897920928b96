import type { Check } from '../model/check.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { tokenFailure, withToken } from './carried-token.ts'
import { isText } from './text.ts'

export const govTokenPolicyEvidence: Check<'gov_token_policy_evidence', JsonObject> = {
  kind: 'gov_token_policy_evidence',
  summary: 'The token carries the list of policy decisions, or their SHA-256 hash.',
  params: { type: 'object', properties: {} },
  evaluate(_params, evidence) {
    return withToken(evidence, ({ claims }) => {
      const { policy_decisions: list, policy_decision_hash: hash } = claims
      const problem = problemOf(list, hash)
      if (problem === undefined) return { status: 'passed' }
      const actual = { policy_decisions: list ?? null, policy_decision_hash: hash ?? null }
      return tokenFailure(evidence, problem, 'policy_decisions or policy_decision_hash', actual)
    })
  },
}

function problemOf(list: Json | undefined, hash: Json | undefined): string | undefined {
  if (list === undefined && hash === undefined) return 'the token says nothing about policies'
  if (list !== undefined && !isDecisions(list)) return 'policy_decisions is no list of entries with a policy_id'
  if (hash !== undefined && !isSha256(hash)) return 'policy_decision_hash is no SHA-256 hash'
  return undefined
}

/** A plan may have no policies, so the list may be empty. */
function isDecisions(list: Json): boolean {
  return Array.isArray(list) && list.every((entry) => isJsonObject(entry) && isText(entry.policy_id))
}

/** Hexadecimal, as the claim is described, or base64url, as every other hash of the profile is written. */
function isSha256(hash: Json): boolean {
  return typeof hash === 'string' && /^(?:[0-9a-f]{64}|[0-9A-F]{64}|[\w-]{43})$/.test(hash)
}
