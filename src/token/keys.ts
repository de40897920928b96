import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'

/** A key as it stands in the published key set: public members only. */
export type PublishedKey = JWK & { readonly kid: string; readonly adcp_use: 'governance-signing' }

/** The signing key of a governance agent, and those it no longer uses. */
export interface GovernanceKeys {
  readonly kid: string
  readonly privateKey: CryptoKey
  readonly publicJwk: PublishedKey
  readonly retired: readonly PublishedKey[]
}

/** A new Ed25519 key pair. The private key can be exported, so that a demonstration can be started again with the same key. */
export async function generateGovernanceKeys(kid: string): Promise<GovernanceKeys> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  return { kid, privateKey, publicJwk: published(await exportJWK(publicKey), kid), retired: [] }
}

/**
 * Keys from a private JWK (OKP, Ed25519).
 * @throws TypeError when the key is of another kind.
 */
export async function governanceKeysFrom(privateJwk: JWK, kid: string): Promise<GovernanceKeys> {
  const { d: _secret, ...open } = privateJwk
  const privateKey = await importJWK({ ...privateJwk, alg: 'EdDSA' })
  if (privateKey instanceof Uint8Array || privateKey.type !== 'private')
    throw new TypeError('a governance agent signs with a private Ed25519 key')
  return { kid, privateKey, publicJwk: published(open, kid), retired: [] }
}

/** `adcp_use` keeps the key apart from those that sign HTTP requests (security, JWS profile). */
function published(jwk: JWK, kid: string): PublishedKey {
  return { ...jwk, kid, alg: 'EdDSA', use: 'sig', key_ops: ['verify'], adcp_use: 'governance-signing' }
}
