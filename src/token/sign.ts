import { CompactSign, type FlattenedJWS, FlattenedSign } from 'jose'
import type { JsonObject } from '../model/json.ts'
import type { GovernanceKeys } from './keys.ts'

export { longestToken } from './longest-token.ts'

export interface TokenHeader {
  readonly alg: string
  readonly typ: string
  readonly kid: string
}

/** The header of a governance context: the JWS profile fixes `typ`, and allows EdDSA and ES256. */
export function tokenHeader(keys: GovernanceKeys): TokenHeader {
  return { alg: algorithmOf(keys), typ: 'adcp-gov+jws', kid: keys.kid }
}

/** A compact JWS over the claims, as they are: this function adds none. */
export async function signToken(claims: JsonObject, header: TokenHeader, keys: GovernanceKeys): Promise<string> {
  return await new CompactSign(utf8(claims)).setProtectedHeader({ ...header }).sign(keys.privateKey)
}

export interface RevocationList {
  readonly version: 1
  readonly issuer: string
  readonly updated: string
  readonly next_update: string
  readonly revoked_jtis: readonly string[]
  readonly revoked_kids: readonly string[]
}

/** The list as served at /.well-known/governance-revocations.json: a flattened JWS, so that no mirror can change it. */
export async function signRevocationList(list: RevocationList, keys: GovernanceKeys): Promise<FlattenedJWS> {
  return await new FlattenedSign(utf8({ ...list }))
    .setProtectedHeader({ alg: algorithmOf(keys), typ: 'adcp-gov-revocation+jws', kid: keys.kid })
    .sign(keys.privateKey)
}

function algorithmOf({ publicJwk }: GovernanceKeys): string {
  return publicJwk.alg ?? 'EdDSA'
}

function utf8(value: JsonObject): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}
