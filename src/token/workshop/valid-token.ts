import type { JsonObject } from '../../model/json.ts'
import { hashJson } from '../plan-hash.ts'
import { tokenHeader } from '../sign.ts'
import { rawJws, signerOf } from './raw-jws.ts'
import type { Workbench } from './workbench.ts'

export type TokenPhase = 'intent' | 'purchase' | 'modification' | 'delivery'

/** What a token is asked to authorise. */
export interface TokenOrder {
  readonly bench: Workbench
  /** The address of the governance agent, as the brand of the buyer publishes it. */
  readonly issuer: string
  /** The address of a governance agent of nobody that the seller knows; one of an example where it is left out. */
  readonly stranger?: string
  /** A governance agent of the same brand, whose revocation list is not renewed any more; the issuer where it is left out. */
  readonly lapsed?: string
  /** The address of the seller. */
  readonly audience: string
  readonly planId: string
  readonly phase: TokenPhase
  /** Who asked for the check. */
  readonly caller: string
  /** Left out of intents. */
  readonly mediaBuyId?: string
  /** Unique for each token. */
  readonly jti: string
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** Seconds that a token is good for: an intent a quarter of an hour, the others less than the 30 days that they may. */
const lifetimes = { intent: 900, purchase: 86_400, modification: 86_400, delivery: 86_400 } as const

/** The claims of a token that every seller must accept (security, AdCP JWS profile, 3.0). */
export function validClaims(order: TokenOrder): JsonObject {
  const iat = Math.floor(order.now / 1000)
  return {
    iss: order.issuer,
    sub: order.planId,
    aud: order.audience,
    iat,
    exp: iat + lifetimes[order.phase],
    jti: order.jti,
    phase: order.phase,
    caller: order.caller,
    check_id: `check_${order.jti}`,
    ...(order.phase !== 'intent' && order.mediaBuyId !== undefined && { media_buy_id: order.mediaBuyId }),
    policy_decision_hash: hashJson({ policy_decisions: [] }),
    plan_hash: hashJson({ plan_id: order.planId }),
  }
}

/** The header of such a token. */
export function validHeader({ bench }: TokenOrder): JsonObject {
  return { ...tokenHeader(bench.own) }
}

export function mintValid(order: TokenOrder): string {
  return rawJws(validHeader(order), validClaims(order), signerOf(order.bench.own))
}
