import { createHmac } from 'node:crypto'
import type { JsonObject } from '../../model/json.ts'
import { rawJws, type Signer, signerOf } from './raw-jws.ts'
import type { Tampering } from './tampering.ts'
import { type TokenOrder, validClaims, validHeader } from './valid-token.ts'

/** The header says what it should not; the signature is that of the published key over what it says. */
function withHeader(order: TokenOrder, change: JsonObject): string {
  return rawJws({ ...validHeader(order), ...change }, validClaims(order), signerOf(order.bench.own))
}

function signedBy(order: TokenOrder, header: JsonObject, signer: Signer): string {
  return rawJws({ ...validHeader(order), ...header }, validClaims(order), signer)
}

const requirement = 'GOV-SE-023'

export const algNone = {
  id: 'alg-none',
  requirement,
  title: 'Says that it is not signed, and is not.',
  mint: (order) => signedBy(order, { alg: 'none' }, () => Buffer.alloc(0)),
} as const satisfies Tampering

export const algNoneWithSignature = {
  id: 'alg-none-with-signature',
  requirement,
  title: 'Says that it is not signed, and carries a signature all the same.',
  mint: (order) => withHeader(order, { alg: 'none' }),
} as const satisfies Tampering

/** What everyone knows of the agent is the secret: the trap of verifiers that take the algorithm from the token. */
export const algHmac = {
  id: 'alg-hmac',
  requirement,
  title: 'Is signed by HMAC, with the published key as the secret.',
  mint: (order) => signedBy(order, { alg: 'HS256' }, (data) => hmac(order.bench.own.publicJwk.x ?? '', data)),
} as const satisfies Tampering

function hmac(secret: string, data: Buffer): Buffer {
  return createHmac('sha256', Buffer.from(secret, 'base64url')).update(data).digest()
}

export const algRsa = {
  id: 'alg-rsa',
  requirement,
  title: 'Is signed by RSA, with a key that is published.',
  mint: (order) => signedBy(order, { alg: 'RS256', kid: order.bench.rsa.kid }, order.bench.rsa.signer),
} as const satisfies Tampering

/** Who looks for the word itself, and not for what is allowed, takes this for no signature at all. */
export const algNoneInCapitals = {
  id: 'alg-none-in-capitals',
  requirement,
  title: 'Says in capitals that it is not signed.',
  mint: (order) => withHeader(order, { alg: 'NONE' }),
} as const satisfies Tampering

/** An algorithm that many libraries know, and few lists of what is forbidden name. */
export const algRsaPss = {
  id: 'alg-rsa-pss',
  requirement,
  title: 'Is signed by RSA with padding, with a key that is published.',
  mint: (order) => signedBy(order, { alg: 'PS256', kid: order.bench.rsa.kid }, order.bench.rsa.padded),
} as const satisfies Tampering

export const typJwt = {
  id: 'typ-jwt',
  requirement: 'GOV-SE-024',
  title: 'Calls itself a JWT.',
  mint: (order) => withHeader(order, { typ: 'JWT' }),
} as const satisfies Tampering

export const typUpperCase = {
  id: 'typ-upper-case',
  requirement: 'GOV-SE-024',
  title: 'Writes its type in capitals, which media types would allow.',
  mint: (order) => withHeader(order, { typ: 'ADCP-GOV+JWS' }),
} as const satisfies Tampering

export const typWithPrefix = {
  id: 'typ-with-prefix',
  requirement: 'GOV-SE-024',
  title: 'Writes its type as a whole media type.',
  mint: (order) => withHeader(order, { typ: 'application/adcp-gov+jws' }),
} as const satisfies Tampering

export const typRevocation = {
  id: 'typ-revocation',
  requirement: 'GOV-SE-024',
  title: 'Has the type of a revocation list.',
  mint: (order) => withHeader(order, { typ: 'adcp-gov-revocation+jws' }),
} as const satisfies Tampering

export const typMissing = {
  id: 'typ-missing',
  requirement: 'GOV-SE-024',
  title: 'Does not say of what type it is.',
  mint(order) {
    const { typ: _typ, ...header } = validHeader(order)
    return rawJws(header, validClaims(order), signerOf(order.bench.own))
  },
} as const satisfies Tampering

export const unknownCritical = {
  id: 'unknown-critical',
  requirement: 'GOV-SE-025',
  title: 'Lists something critical that no profile knows.',
  mint: (order) => withHeader(order, { crit: ['spend_ceiling'], spend_ceiling: 1 }),
} as const satisfies Tampering

export const unknownKid = {
  id: 'unknown-kid',
  requirement: 'GOV-SE-026',
  title: 'Names a key that is not published.',
  mint: (order) => withHeader(order, { kid: unpublished(order.bench.own.kid) }),
} as const satisfies Tampering

export const kidMissing = {
  id: 'kid-missing',
  requirement: 'GOV-SE-026',
  title: 'Does not say which key it is signed with.',
  mint(order) {
    const { kid: _kid, ...header } = validHeader(order)
    return rawJws(header, validClaims(order), signerOf(order.bench.own))
  },
} as const satisfies Tampering

/** One like it, so that its name alone does not tell. */
function unpublished(kid: string): string {
  return `${kid.slice(0, -1)}${kid.endsWith('0') ? '1' : '0'}`
}
