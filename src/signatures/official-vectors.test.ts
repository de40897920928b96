import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { canonicalUrl } from './canonical-url.ts'
import { mustBeSigned } from './must-be-signed.ts'
import { requestSigning, webhookSigning } from './profile.ts'
import { ReplayStore } from './replay-store.ts'
import { algorithmOf, signMessage } from './sign.ts'
import { signatureBase } from './signature-base.ts'
import { signatureParts } from './signature-headers.ts'
import { readJson, type SigningVector, signingVectors, vectorsOf } from './vectors.fixture.ts'
import { type VerifierState, verifySignature } from './verify.ts'

const bundle = join(import.meta.dirname, '../../../shared/adcp/adcp-3.1.19.tgz')
const bundleIsHere = existsSync(bundle)
if (!bundleIsHere) console.info(`No bundle at ${bundle}: the signing vectors of 3.1 are not tested.`)
const lines = bundleIsHere ? (['3.0', '3.1'] as const) : (['3.0'] as const)

describe.each(lines)('the official signing vectors of AdCP %s', (line) => {
  const folder = vectorsOf(line, bundle)
  const files = (kind: string) => ['positive', 'negative'].flatMap((side) => signingVectors(join(folder, kind, side)))
  const keysOf = (kind: string) => readJson(join(folder, kind, 'keys.json')).keys as readonly JsonObject[]

  describe('request signing', () => {
    const keys = keysOf('request-signing')
    it.each(files('request-signing').map((vector) => [vector.id, vector] as const))('%s', (_id, vector) => {
      expect(codeOfRequest(vector, keys)).toBe(vector.expected_outcome.error_code ?? 'verified')
    })

    const cases = readJson(join(folder, 'request-signing/canonicalization.json')).cases as readonly JsonObject[]
    it.each(cases.map((one) => [one.name, one] as const))('address: %s', (_name, one) => {
      const canonical = canonicalUrl(String(one.input_url))
      if (one.reject) expect(canonical).toHaveProperty('malformed')
      else expect(canonical).toEqual({ targetUri: one.expected_target_uri, authority: one.expected_authority })
    })
  })

  describe('webhook signing', () => {
    const keys = keysOf('webhook-signing')
    const profile = webhookSigning(line)
    it.each(files('webhook-signing').map((vector) => [vector.id, vector] as const))('%s', (_id, vector) => {
      expect(codeOf(verifySignature(vector.request, { ...stateFor(vector, keys), profile }))).toBe(
        vector.expected_outcome.error_code ?? 'verified',
      )
    })
  })

  it.each(['request-signing', 'webhook-signing'])('%s: signature bases are byte for byte the same', (kind) => {
    const positive = signingVectors(join(folder, kind, 'positive'))
    const withBase = positive.filter(({ expected_signature_base }) => expected_signature_base !== undefined)
    for (const { request, expected_signature_base, id } of withBase) {
      const parts = signatureParts(request.headers)
      const url = canonicalUrl(request.url)
      if ('malformed' in parts || 'malformed' in url) throw new Error(id)
      expect([id, signatureBase(request, url, parts)]).toEqual([id, expected_signature_base])
    }
    expect(withBase.length).toBeGreaterThan(6)
  })

  it('signs as the vectors were signed', () => {
    const keys = keysOf('request-signing')
    const vector = files('request-signing').find(({ id }) => id === '001-basic-post')
    const parts = signatureParts(vector?.request.headers ?? {})
    if (!vector || 'malformed' in parts) throw new Error('there is no vector 001')
    const key = withPrivate(keys.find(({ kid }) => kid === parts.params.keyid) ?? {})
    const { created = 0, expires = 0, nonce = '', keyid = '', tag = '' } = parts.params
    const params = { created, expires, nonce, keyid, alg: algorithmOf(key), tag }
    expect(signMessage(vector.request, key, params, parts.components)).toEqual({
      'signature-input': vector.request.headers['signature-input'],
      signature: vector.request.headers.signature,
    })
  })
})

function codeOfRequest(vector: SigningVector, keys: readonly JsonObject[]): string {
  const { request, verifier_capability } = vector
  const profile = requestSigning(verifier_capability?.covers_content_digest)
  const verification = verifySignature(request, { ...stateFor(vector, keys), profile })
  const operation = new URL(request.url).pathname.split('/').at(-1) ?? ''
  const isOwed = verification.status === 'unsigned' && mustBeSigned(request, operation, verifier_capability ?? {})
  return isOwed ? 'request_signature_required' : codeOf(verification)
}

function codeOf(verification: ReturnType<typeof verifySignature>): string {
  return verification.status === 'refused' ? verification.code : verification.status
}

/** Brings a verifier into the state that a vector asks for. */
function stateFor(vector: SigningVector, all: readonly JsonObject[]): Omit<VerifierState, 'profile'> {
  const { test_harness_state: wanted = {}, reference_now: now, jwks_ref } = vector
  const replays = new ReplayStore(3)
  for (const { keyid, nonce } of list(wanted.replay_cache_entries)) replays.add(String(keyid), String(nonce), now + 60)
  const full = isJsonObject(wanted.replay_cache_per_keyid_cap_hit)
    ? wanted.replay_cache_per_keyid_cap_hit.keyid
    : wanted.per_keyid_cap_filled_for
  if (full !== undefined) for (const nonce of ['a', 'b', 'c']) replays.add(String(full), nonce, now + 60)
  const kids = isJsonObject(wanted.revocation_list) ? wanted.revocation_list.revoked_kids : wanted.revoked_kids
  return {
    now,
    keys: overridden(vector) ?? all.filter(({ kid }) => jwks_ref?.includes(String(kid))),
    revokedKids: new Set((kids ?? []) as readonly string[]),
    revocationsAreStale: wanted.revocation_list_stale_seconds !== undefined,
    replays,
  }
}

/** The one set replaces keys by their id, the other gives a whole set. */
function overridden({ jwks_override }: SigningVector): readonly Json[] | undefined {
  if (jwks_override === undefined) return undefined
  return Array.isArray(jwks_override.keys) ? (jwks_override.keys as readonly Json[]) : Object.values(jwks_override)
}

function list(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly JsonObject[]) : []
}

function withPrivate({ _private_d_for_test_only, ...key }: JsonObject): JsonObject {
  return { ...key, d: _private_d_for_test_only ?? '' }
}
