import type { JsonObject } from '../../model/json.ts'
import { hashJson } from '../../token/plan-hash.ts'
import type { Plan } from './plan.ts'
import type { Phase } from './state.ts'

export interface Authorisation {
  readonly issuer: string
  readonly plan: Plan
  readonly planHash: string
  readonly phase: Phase
  readonly caller: string
  readonly checkId: string
  readonly mediaBuyId: string
  /** Whether each policy in force is satisfied. */
  readonly policies: readonly { readonly policy_id: string; readonly decision: string }[]
  readonly jti: string
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly expiresAt: number
}

/** The claims of a governance context (security, AdCP JWS profile, 3.0). Instants are seconds since the epoch. */
export function tokenClaims(given: Authorisation): JsonObject {
  return {
    iss: given.issuer,
    sub: given.plan.plan_id,
    aud: audienceOf(given),
    iat: Math.floor(given.now / 1000),
    exp: Math.floor(given.expiresAt / 1000),
    jti: given.jti,
    phase: given.phase,
    caller: given.caller,
    check_id: given.checkId,
    ...(given.phase === 'intent' ? {} : { media_buy_id: given.mediaBuyId }),
    ...policyClaims(given.policies),
    plan_hash: given.planHash,
  }
}

/** Characters above which a claim would crowd the token, which may not exceed 4,096 in all. */
const crowded = 512

/**
 * The seller. A buyer's request does not name it at 3.0, so an intent is for the plan's approved sellers; when there
 * are none, it is for nobody but the issuer: a seller that checks `aud` turns it down, which is the safe way to fail.
 */
function audienceOf({ phase, caller, plan, issuer }: Authorisation): JsonObject[string] {
  if (phase !== 'intent') return caller
  const sellers = plan.approved_sellers ?? []
  if (sellers.length === 0 || JSON.stringify(sellers).length > crowded) return issuer
  return sellers.length === 1 ? (sellers[0] ?? issuer) : [...sellers]
}

function policyClaims(policies: Authorisation['policies']): JsonObject {
  const policy_decisions = policies.map((one) => ({ ...one }))
  if (JSON.stringify(policy_decisions).length <= crowded) return { policy_decisions }
  return { policy_decision_hash: hashJson({ policy_decisions }) }
}
