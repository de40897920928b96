import { createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto'
import type { Json, JsonObject } from '../model/json.ts'
import { bytesOf, type SignedToken } from './read-token.ts'

/** The algorithms of the AdCP JWS profile. */
export const algorithms = ['EdDSA', 'ES256'] as const

/** Whether the signature is that of this public key, by the algorithm that the header names. False for any other algorithm or key. */
export function isSignedBy({ header, signed, signature }: SignedToken, key: JsonObject): boolean {
  const bytes = bytesOf(signature)
  const publicKey = publicKeyOf(key)
  if (bytes === undefined || publicKey === undefined || !fits(header.alg, publicKey)) return false
  const data = Buffer.from(signed, 'ascii')
  if (header.alg === 'EdDSA') return verify(null, data, publicKey, bytes)
  return verify('sha256', data, { key: publicKey, dsaEncoding: 'ieee-p1363' }, bytes)
}

/** Whether a key, as it is published, can verify signatures of this algorithm. */
export function fitsAlgorithm(alg: Json | undefined, key: JsonObject): boolean {
  const publicKey = publicKeyOf(key)
  return publicKey !== undefined && fits(alg, publicKey)
}

function fits(alg: Json | undefined, { asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  if (alg === 'EdDSA') return asymmetricKeyType === 'ed25519'
  return alg === 'ES256' && asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1'
}

function publicKeyOf(jwk: JsonObject): KeyObject | undefined {
  try {
    return createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' })
  } catch {
    return undefined
  }
}
