import { constants, generateKeyPair, type KeyObject, type KeyPairKeyObjectResult, sign } from 'node:crypto'
import { promisify } from 'node:util'
import type { JsonObject } from '../../model/json.ts'
import { type GovernanceKeys, generateGovernanceKeys } from '../keys.ts'
import type { Signer } from './raw-jws.ts'

/**
 * All keys that a governance agent under our control signs with, good ones and others. They are all made, and published
 * or revoked, before the first token is: a seller need not look at a key set again within 30 seconds, and would refuse a
 * key that came later for being new, and not for what is wrong with it.
 */
export interface Workbench {
  /** What good tokens are signed with. */
  readonly own: GovernanceKeys
  /** Has the kid of `own`, and is not published. */
  readonly foreign: GovernanceKeys
  readonly forEncryption: GovernanceKeys
  readonly notForVerifying: GovernanceKeys
  readonly revoked: GovernanceKeys
  readonly rsa: { readonly kid: string; readonly signer: Signer; readonly padded: Signer }
  /** The id of a token that is revoked from the start. */
  readonly revokedJti: string
  /** The key set. */
  readonly published: readonly JsonObject[]
}

/** One for all workbenches of a process: it is slow to make, and a token under it is never good. */
let rsaPair: Promise<KeyPairKeyObjectResult> | undefined

/** Makes the keys. Ids are asked for one by one, and none tells what is wrong with its key: sellers read them. */
export async function openWorkbench(newId: () => string): Promise<Workbench> {
  const good = newId()
  const [own, foreign, forEncryption, notForVerifying, revoked] = await Promise.all(
    [good, good, newId(), newId(), newId()].map(generateGovernanceKeys),
  )
  if (!own || !foreign || !forEncryption || !notForVerifying || !revoked) throw new Error('five keys were asked for')
  rsaPair ??= promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  const { privateKey, publicKey } = await rsaPair
  const kid = newId()
  const published = [
    open(own),
    open(forEncryption, { use: 'enc' }),
    open(notForVerifying, { key_ops: ['deriveKey'] }),
    open(revoked),
    { ...(publicKey.export({ format: 'jwk' }) as JsonObject), kid, alg: 'RS256', use: 'sig', key_ops: ['verify'] },
  ]
  const rsa = { kid, signer: rsaSigner(privateKey), padded: paddedSigner(privateKey) }
  return { own, foreign, forEncryption, notForVerifying, revoked, rsa, revokedJti: newId(), published }
}

function open({ publicJwk }: GovernanceKeys, members: JsonObject = {}): JsonObject {
  return { ...(publicJwk as JsonObject), ...members }
}

function rsaSigner(key: KeyObject): Signer {
  return (data) => sign('sha256', data, key)
}

function paddedSigner(key: KeyObject): Signer {
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
  return (data) => sign('sha256', data, { key, ...padding })
}
