import type { Json } from '../model/json.ts'
import { canonicalUrl, hasAsciiHost } from './canonical-url.ts'
import { digestState } from './content-digest.ts'
import { splitOutside } from './dictionary-members.ts'
import { faultsOf, type MakeFault, type SignatureFault } from './fault.ts'
import type { SignatureProfile } from './profile.ts'
import type { ReplayStore } from './replay-store.ts'
import { signatureBase } from './signature-base.ts'
import { type SignatureParts, signatureParts } from './signature-headers.ts'
import type { SignedMessage } from './signed-message.ts'
import { isAllowedAlgorithm, isSignatureOf, keyNamed, purposeProblem } from './signing-key.ts'

/** What a verifier knows beside the message. */
export interface VerifierState {
  readonly profile: SignatureProfile
  /** Unix seconds. */
  readonly now: number
  /** The keys that the signer publishes. */
  readonly keys: readonly Json[]
  readonly revokedKids: ReadonlySet<string>
  /** The list of revocations is older than it may be. */
  readonly revocationsAreStale?: boolean
  readonly replays: ReplayStore
}

export type Verification =
  | { readonly status: 'verified'; readonly keyid: string; readonly nonce: string }
  | { readonly status: 'unsigned' }
  | SignatureFault

/** Seconds: how far clocks may differ, and how long a signature may be valid. */
const skew = 60
const longestValidity = 300

/**
 * Verifies the signature of a request or webhook by the checklist of the AdCP profile of RFC 9421, stopping at the first
 * failure. The nonce of a valid signature is remembered in `replays`. Never throws for what was sent.
 * Source: security, verifier checklist (requests, webhooks), steps 1 to 13.
 */
export function verifySignature(message: SignedMessage, state: VerifierState): Verification {
  const { headers } = message
  if (headers.signature === undefined && headers['signature-input'] === undefined) return { status: 'unsigned' }
  const fault = faultsOf(state.profile.prefix)
  const parts = readParts(message, fault)
  if ('status' in parts) return parts
  return (
    checkParams(parts, state, fault) ??
    checkComponents(parts, message, state, fault) ??
    checkKey(parts, message, state, fault)
  )
}

/** Step 1. */
function readParts(message: SignedMessage, fault: MakeFault): SignatureParts | SignatureFault {
  const malformed = (detail: string) => fault(1, 'signature_header_malformed', detail)
  const { headers, url } = message
  const parts = signatureParts(headers)
  if ('malformed' in parts) return malformed(parts.malformed)
  if (!hasAsciiHost(url)) return malformed('the host of the address is not in its ASCII form')
  const covers = (name: string) => parts.components.includes(name)
  if (covers('content-type') && splitOutside(headers['content-type'] ?? ',', ',').length !== 1)
    return malformed('Content-Type is covered, and must be there exactly once')
  if (covers('content-digest') && digestState(headers['content-digest'], message.body) === 'malformed')
    return malformed('Content-Digest is covered, and must hold one digest for each algorithm')
  return parts
}

/** Steps 2 to 5. */
function checkParams(
  { params }: SignatureParts,
  { profile, now }: VerifierState,
  fault: MakeFault,
): SignatureFault | undefined {
  const { created, expires, nonce, keyid, alg, tag } = params
  const missing = Object.entries({ created, expires, nonce, keyid, alg, tag }).find(([, value]) => value === undefined)
  if (missing) return fault(2, 'signature_params_incomplete', `the parameter ${missing[0]} is missing`)
  if (nonce === undefined || !isNonce(nonce))
    return fault(2, 'signature_params_incomplete', 'the nonce must be 16 bytes or more, in base64url without padding')
  if (tag !== profile.tag) return fault(3, 'signature_tag_invalid', `the tag is "${tag}", and must be "${profile.tag}"`)
  if (alg === undefined || !isAllowedAlgorithm(alg))
    return fault(4, 'signature_alg_not_allowed', `the algorithm "${alg}" is not allowed`)
  const problem = windowProblem(created ?? 0, expires ?? 0, now)
  return problem === undefined ? undefined : fault(5, 'signature_window_invalid', problem)
}

function isNonce(nonce: string): boolean {
  return /^[A-Za-z0-9_-]+$/.test(nonce) && Buffer.from(nonce, 'base64url').length >= 16
}

function windowProblem(created: number, expires: number, now: number): string | undefined {
  if (expires <= created) return 'it expires before it begins'
  if (created > now + skew) return `it was made ${created - now} s in the future`
  if (expires < now - skew) return `it expired ${now - expires} s ago`
  return expires - created > longestValidity
    ? `it is valid for ${expires - created} s, and ${longestValidity} s are allowed`
    : undefined
}

/** Step 6, and that the address can be signed at all. */
function checkComponents(
  { components }: SignatureParts,
  { body, url }: SignedMessage,
  { profile }: VerifierState,
  fault: MakeFault,
): SignatureFault | undefined {
  const withBody = body === '' && profile.prefix === 'request' ? [] : ['content-type']
  const digest =
    profile.digest === 'required' && (body !== '' || profile.prefix === 'webhook') ? ['content-digest'] : []
  const missing = ['@method', '@target-uri', '@authority', ...withBody, ...digest].find((c) => !components.includes(c))
  if (missing) return fault(6, 'signature_components_incomplete', `${missing} is not covered`)
  if (profile.digest === 'forbidden' && components.includes('content-digest'))
    return fault(6, 'signature_components_unexpected', 'content-digest is covered, and the verifier does not allow it')
  const canonical = canonicalUrl(url)
  return 'malformed' in canonical ? fault(6, 'target_uri_malformed', canonical.malformed) : undefined
}

/** Steps 7 to 13. */
function checkKey(
  parts: SignatureParts,
  message: SignedMessage,
  { profile, now, keys, revokedKids, revocationsAreStale, replays }: VerifierState,
  fault: MakeFault,
): Verification {
  const { keyid = '', nonce = '', alg = '', expires = 0 } = parts.params
  const key = keyNamed(keys, keyid)
  if (key === undefined) return fault(7, 'signature_key_unknown', `the signer publishes no key "${keyid}"`)
  if (!isAllowedAlgorithm(alg)) return fault(4, 'signature_alg_not_allowed', `the algorithm "${alg}" is not allowed`)
  const problem = purposeProblem(key, alg, profile.purposes)
  if (problem) return fault(8, 'signature_key_purpose_invalid', `the key "${keyid}" may not verify it: ${problem}`)
  if (revokedKids.has(keyid)) return fault(9, 'signature_key_revoked', `the key "${keyid}" is revoked`)
  if (revocationsAreStale) return fault(9, 'signature_revocation_stale', 'the list of revocations is too old')
  if (replays.isFull(keyid, now)) return fault('9a', 'signature_rate_abuse', `the key "${keyid}" signed too often`)
  if (!isSigned(parts, message, (base) => isSignatureOf(base, parts.signature, key, alg)))
    return fault(10, 'signature_invalid', `the signature is not that of the key "${keyid}" over this message`)
  if (
    parts.components.includes('content-digest') &&
    digestState(message.headers['content-digest'], message.body) !== 'matches'
  )
    return fault(11, 'signature_digest_mismatch', 'Content-Digest is not that of the body')
  if (replays.has(keyid, nonce, now))
    return fault(12, 'signature_replayed', `the nonce was used before with the key "${keyid}"`)
  replays.add(keyid, nonce, expires + skew)
  return { status: 'verified', keyid, nonce }
}

function isSigned(parts: SignatureParts, message: SignedMessage, isValid: (base: string) => boolean): boolean {
  const url = canonicalUrl(message.url)
  const base = 'malformed' in url ? undefined : signatureBase(message, url, parts)
  return base !== undefined && isValid(base)
}
