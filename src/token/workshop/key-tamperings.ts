import type { GovernanceKeys } from '../keys.ts'
import { rawJws, signerOf } from './raw-jws.ts'
import type { Tampering } from './tampering.ts'
import { mintValid, type TokenOrder, validClaims, validHeader } from './valid-token.ts'

export const foreignSignature = {
  id: 'foreign-signature',
  requirement: 'GOV-SE-017',
  title: 'Names the published key, and is signed with another one.',
  mint: (order) => signedWith(order, order.bench.foreign),
} as const satisfies Tampering

export const changedClaims = {
  id: 'changed-claims',
  requirement: 'GOV-SE-017',
  title: 'Had its claims changed after it was signed.',
  mint(order) {
    const [header, , signature] = mintValid({ ...order, planId: `${order.planId}-other` }).split('.')
    const [, claims] = mintValid(order).split('.')
    return `${header}.${claims}.${signature}`
  },
} as const satisfies Tampering

export const keyForEncryption = {
  id: 'key-for-encryption',
  requirement: 'GOV-SE-027',
  title: 'Is signed with a key that is published for encryption.',
  mint: (order) => signedWith(order, order.bench.forEncryption),
} as const satisfies Tampering

export const keyNotForVerifying = {
  id: 'key-not-for-verifying',
  requirement: 'GOV-SE-027',
  title: 'Is signed with a key whose published operations do not hold verify.',
  mint: (order) => signedWith(order, order.bench.notForVerifying),
} as const satisfies Tampering

export const revokedKid = {
  id: 'revoked-kid',
  requirement: 'GOV-SE-030',
  title: 'Is signed with a key that is revoked and still published.',
  mint: (order) => lookedUp(order, order.bench.revoked),
} as const satisfies Tampering

export const revokedJti = {
  id: 'revoked-jti',
  requirement: 'GOV-SE-030',
  title: 'Is itself revoked.',
  mint: (order) => lookedUp({ ...order, jti: order.bench.revokedJti }, order.bench.own),
} as const satisfies Tampering

/** Only tokens of the execution phases depend on a fresh list. */
export const staleRevocationList = {
  id: 'stale-revocation-list',
  requirement: 'GOV-SE-031',
  title: 'Is a purchase token, while the revocation list has not been renewed for a day.',
  staleList: true,
  mint: (order) => mintValid({ ...order, phase: 'purchase', issuer: order.lapsed ?? order.issuer }),
} as const satisfies Tampering

function signedWith(order: TokenOrder, keys: GovernanceKeys): string {
  return rawJws({ ...validHeader(order), kid: keys.kid }, validClaims(order), signerOf(keys))
}

/** Seconds; sellers need not look up intents that live for a quarter of an hour or less (security, polling cadence). */
const longIntent = 1_200

/** A token that every seller which verifies has to look up in the revocation list. */
function lookedUp(order: TokenOrder, keys: GovernanceKeys): string {
  const claims = validClaims(order)
  const exp = order.phase === 'intent' ? Number(claims.iat) + longIntent : (claims.exp ?? null)
  return rawJws({ ...validHeader(order), kid: keys.kid }, { ...claims, exp }, signerOf(keys))
}
