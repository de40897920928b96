import { createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'

/** The algorithms of the profile: as signatures name them, as keys name them, and how node:crypto verifies them. */
export const signatureAlgorithms = {
  ed25519: { jwk: 'EdDSA', kty: 'OKP', crv: 'Ed25519', hash: null },
  'ecdsa-p256-sha256': { jwk: 'ES256', kty: 'EC', crv: 'P-256', hash: 'sha256' },
} as const

export type SignatureAlgorithm = keyof typeof signatureAlgorithms

export function isAllowedAlgorithm(alg: string): alg is SignatureAlgorithm {
  return Object.hasOwn(signatureAlgorithms, alg)
}

/** The key with this id; undefined when there is none. */
export function keyNamed(keys: readonly Json[], kid: string): JsonObject | undefined {
  return keys.filter(isJsonObject).find((key) => key.kid === kid)
}

/** Why a published key may not verify such a signature; undefined when it may. Source: security, agent key publication. */
export function purposeProblem(
  key: JsonObject,
  alg: SignatureAlgorithm,
  purposes: readonly string[],
): string | undefined {
  const { jwk, kty, crv } = signatureAlgorithms[alg]
  if (key.use !== 'sig') return 'its "use" is not "sig"'
  if (!Array.isArray(key.key_ops) || !key.key_ops.includes('verify')) return 'its "key_ops" do not include "verify"'
  if (typeof key.adcp_use !== 'string' || !purposes.includes(key.adcp_use))
    return `its "adcp_use" is ${JSON.stringify(key.adcp_use ?? null)}, and must be ${purposes.join(' or ')}`
  if (key.alg !== jwk || key.kty !== kty || key.crv !== crv)
    return `its "alg", "kty" and "crv" are not those of ${alg}: ${jwk}, ${kty}, ${crv}`
  return publicKey(key) === undefined ? 'it is no usable public key' : undefined
}

/** Whether the signature over the text is that of this key. False for a key that cannot be used. */
export function isSignatureOf(base: string, signature: Buffer, key: JsonObject, alg: SignatureAlgorithm): boolean {
  const usable = publicKey(key)
  if (usable === undefined) return false
  const data = Buffer.from(base, 'utf8')
  return verify(signatureAlgorithms[alg].hash, data, { key: usable, dsaEncoding: 'ieee-p1363' }, signature)
}

function publicKey({ d: _secret, ...open }: JsonObject): KeyObject | undefined {
  try {
    return createPublicKey({ key: open as JsonWebKey, format: 'jwk' })
  } catch {
    return undefined
  }
}
