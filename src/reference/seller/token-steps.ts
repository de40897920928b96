import type { Json, JsonObject } from '../../model/json.ts'
import { algorithms, isSignedBy } from '../../token/verify-signature.ts'
import { textsIn } from '../governance-agent/payload.ts'
import { currentRevocations, type Revocations } from './revocations.ts'
import type { KeyedToken, PresentedToken, TokenFlaw } from './token-subject.ts'
import type { SellerWorkings } from './workings.ts'

export type HeaderStep = (given: PresentedToken) => TokenFlaw | undefined
export type TokenStep = (
  given: KeyedToken,
  work: SellerWorkings,
) => TokenFlaw | undefined | Promise<TokenFlaw | undefined>

/** What can be said before any key is fetched, in the order of the checklist. */
export const headerSteps = {
  algorithm: ({ token }) => (algorithms.some((alg) => alg === token.header.alg) ? undefined : 'algorithm'),
  type: ({ token }) => (token.header.typ === 'adcp-gov+jws' ? undefined : 'type'),
  // This seller knows no extension, so nothing may be critical.
  critical: ({ token }) => (token.header.crit === undefined ? undefined : 'critical'),
} as const satisfies Record<string, HeaderStep>

/** The rest of the checklist, in its order; the first flaw ends it. */
export const tokenSteps = {
  keyUse: ({ key }) => (key.use === 'sig' && textsIn(key.key_ops).includes('verify') ? undefined : 'key use'),
  signature: ({ token, key }) => (isSignedBy(token, key) ? undefined : 'signature'),
  audience: ({ token }, { url }) => (isFor(token.claims.aud, url) ? undefined : 'audience'),
  expiry: ({ token }, work) => (secondsAt(token.claims.exp) + skew < nowIn(work) ? 'expired' : undefined),
  start: ({ token }, work) => (startOf(token.claims) - skew > nowIn(work) ? 'not yet good' : undefined),
  lifetime: ({ token }) =>
    token.claims.phase !== 'intent' && lifeOf(token.claims) > longestLife ? 'lifetime' : undefined,
  plan: ({ token, planId }) => (planId !== undefined && token.claims.sub !== planId ? 'plan' : undefined),
  phase: ({ token, phases }) => (phases.some((phase) => phase === token.claims.phase) ? undefined : 'phase'),
  mediaBuy: ({ token, mediaBuyId }) => (isAbout(token.claims, mediaBuyId) ? undefined : 'media buy'),
  revocation: async (given, work) => revocationFlaw(given, await currentRevocations(given, work)),
  replay: ({ token }, work) => (work.state.usedTokens.has(useOf(token.claims)) ? 'replayed' : undefined),
} as const satisfies Record<string, TokenStep>

/** Seconds that clocks may differ by. */
const skew = 60
const day = 86_400
const longestLife = 30 * day

function nowIn({ clock }: SellerWorkings): number {
  return Math.floor(clock.now() / 1000)
}

/** What is no number is no time at all, and every comparison with it fails. */
function secondsAt(value: Json | undefined): number {
  return typeof value === 'number' ? value : Number.NEGATIVE_INFINITY
}

function startOf({ iat, nbf }: JsonObject): number {
  const issued = typeof iat === 'number' ? iat : Number.POSITIVE_INFINITY
  return nbf === undefined ? issued : Math.max(issued, typeof nbf === 'number' ? nbf : Number.POSITIVE_INFINITY)
}

function lifeOf({ iat, exp }: JsonObject): number {
  return secondsAt(exp) - secondsAt(iat)
}

/** One seller, or a list that holds it: RFC 7519 allows both, and both are compared letter by letter. */
function isFor(aud: Json | undefined, url: string): boolean {
  return aud === url || textsIn(aud).includes(url)
}

/** A purchase that does not exist yet has no id that a token could name. */
function isAbout({ phase, media_buy_id }: JsonObject, mediaBuyId: string | undefined): boolean {
  return phase === 'intent' || mediaBuyId === undefined || media_buy_id === mediaBuyId
}

function revocationFlaw({ token }: KeyedToken, found: Revocations): TokenFlaw | undefined {
  const { header, claims } = token
  if (found.kind === 'current' && found.isRevoked(claims.jti, header.kid)) return 'revoked'
  // Intents end before a list is due again, so they need none (security, polling cadence).
  return found.kind === 'stale' && claims.phase !== 'intent' ? 'revocations stale' : undefined
}

/** A token can be used once for each seller by each issuer. */
export function useOf({ iss, aud, jti }: JsonObject): string {
  return JSON.stringify([iss ?? null, aud ?? null, jti ?? null])
}
