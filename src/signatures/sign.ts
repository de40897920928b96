import { createPrivateKey, type JsonWebKey, sign } from 'node:crypto'
import { serializeInnerList } from 'structured-headers'
import type { JsonObject } from '../model/json.ts'
import { asBinaryValue } from './binary-value.ts'
import { canonicalUrl } from './canonical-url.ts'
import { contentDigest } from './content-digest.ts'
import { signatureBase } from './signature-base.ts'
import type { SignatureParams } from './signature-headers.ts'
import type { SignedMessage } from './signed-message.ts'
import { type SignatureAlgorithm, signatureAlgorithms } from './signing-key.ts'

/** What a signature says of itself; all of it is required by the profile. */
export type SigningParams = Required<SignatureParams>

/** What the profile covers in a message with a body. */
export const coveredWithBody = ['@method', '@target-uri', '@authority', 'content-type', 'content-digest'] as const

/**
 * The headers that sign a message: Content-Digest when it is covered, Signature-Input and Signature.
 * @param privateKey a private JWK
 * @throws TypeError for an address that cannot be signed, a component that the message does not have, or no private key.
 */
export function signMessage(
  message: SignedMessage,
  privateKey: JsonObject,
  params: SigningParams,
  components: readonly string[] = coveredWithBody,
): Readonly<Record<string, string>> {
  const given = message.headers['content-digest']
  const digest =
    components.includes('content-digest') && given === undefined
      ? { 'content-digest': contentDigest(message.body) }
      : {}
  const paramsLine = serializeInnerList([
    components.map((component) => [component, new Map()]),
    new Map<string, string | number>(Object.entries(params)),
  ])
  const signed = { ...message, headers: { ...message.headers, ...digest } }
  const signature = signBase(baseOf(signed, components, paramsLine), privateKey)
  return { ...digest, 'signature-input': `sig1=${paramsLine}`, signature: `sig1=${asBinaryValue(signature)}` }
}

/** The bytes of the signature over a signature base, by the algorithm of the key. @throws TypeError when it is no private key. */
export function signBase(base: string, privateKey: JsonObject): Buffer {
  const key = createPrivateKey({ key: privateKey as JsonWebKey, format: 'jwk' })
  return sign(signatureAlgorithms[algorithmOf(privateKey)].hash, Buffer.from(base, 'utf8'), {
    key,
    dsaEncoding: 'ieee-p1363',
  })
}

/** How signatures name the algorithm of a key. */
export function algorithmOf(key: JsonObject): SignatureAlgorithm {
  return key.kty === 'EC' ? 'ecdsa-p256-sha256' : 'ed25519'
}

function baseOf(message: SignedMessage, components: readonly string[], paramsLine: string): string {
  const url = canonicalUrl(message.url)
  const base = 'malformed' in url ? undefined : signatureBase(message, url, { components, paramsLine })
  if (base === undefined) throw new TypeError(`${message.url} cannot be signed with ${components.join(', ')}`)
  return base
}
