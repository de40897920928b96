import type { JsonObject } from '../../../model/json.ts'
import { asBinaryValue } from '../../../signatures/binary-value.ts'
import { canonicalUrl } from '../../../signatures/canonical-url.ts'
import { contentDigest } from '../../../signatures/content-digest.ts'
import type { DigestPolicy } from '../../../signatures/profile.ts'
import { signBase } from '../../../signatures/sign.ts'
import { signatureBase } from '../../../signatures/signature-base.ts'
import { signatureParts } from '../../../signatures/signature-headers.ts'
import type { SignedMessage } from '../../../signatures/signed-message.ts'
import type { SigningVector } from './signing-vector.ts'

export interface SigningNow {
  /** Unix seconds. */
  readonly now: number
  /** Base64url of 16 bytes. */
  readonly nonce: string
  readonly digest: DigestPolicy
  /** The published test keys, private halves and all. */
  readonly keys: readonly JsonObject[]
}

/**
 * The headers of a vector for another address, another body and the present moment. All that is wrong with it stays wrong, and
 * only that: what the vector covers is signed anew with the key that it names.
 */
export function signedAnew(
  vector: SigningVector,
  message: Pick<SignedMessage, 'method' | 'url' | 'body'>,
  setting: SigningNow,
): Readonly<Record<string, string>> {
  const { headers } = vector.request
  const input = headers['signature-input']
  const type = { 'content-type': headers['content-type'] ?? 'application/json' }
  if (input === undefined) return { ...type, ...(headers.signature && { signature: headers.signature }) }
  const present = retimed(input, vector, setting)
  const digest = present.includes('"content-digest"') ? { 'content-digest': digestFor(vector, message.body) } : {}
  const unsigned = { ...type, ...digest, 'signature-input': present, signature: headers.signature ?? '' }
  return { ...unsigned, signature: signatureFor(vector, { ...message, headers: unsigned }, setting.keys) }
}

/** The same distances in time from now on, and a nonce that was never used. */
function retimed(input: string, vector: SigningVector, { now, nonce, digest }: SigningNow): string {
  const shifted = input
    .replace(/\b(created|expires)=(\d+)/g, (_all, name, at) => `${name}=${now + Number(at) - vector.referenceNow}`)
    .replace(/\bnonce="[^"]*"/g, `nonce="${nonce}"`)
  const isAboutCoverage = vector.errorCode === 'request_signature_components_incomplete' && vector.digest === 'required'
  if (digest !== 'required' || isAboutCoverage || shifted.includes('"content-digest"')) return shifted
  return shifted.replace(/\)/, ' "content-digest")')
}

/** A digest that is wrong or malformed is what some vectors are about. */
function digestFor({ errorCode, request }: SigningVector, body: string): string {
  const isMeant =
    errorCode === 'request_signature_digest_mismatch' || errorCode === 'request_signature_header_malformed'
  return (isMeant ? request.headers['content-digest'] : undefined) ?? contentDigest(body)
}

function signatureFor(vector: SigningVector, message: SignedMessage, keys: readonly JsonObject[]): string {
  const given = vector.request.headers.signature ?? ''
  const parts = signatureParts(message.headers)
  const url = canonicalUrl(message.url)
  if (vector.errorCode === 'request_signature_invalid' || 'malformed' in parts || 'malformed' in url) return given
  const key = keys.find(({ kid }) => kid === parts.params.keyid)
  const base = signatureBase(message, url, parts)
  if (key === undefined || base === undefined) return given
  const { _private_d_for_test_only: d = '', ...open } = key
  return given.replace(/\bsig1=:[^:]*:/, `sig1=${asBinaryValue(signBase(base, { ...open, d }))}`)
}
