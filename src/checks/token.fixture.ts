import type { Evidence } from '../model/check.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { PublishedDocument, PublishedKeys } from '../model/published-keys.ts'
import { base64url, compact, ed25519, type TestKey } from '../token/signed.fixture.ts'
import { evidence, result } from './evidence.fixture.ts'

export const key = ed25519('gov-1')
export const issuer = 'https://gov.acme.example/agent'
/** Seconds since the epoch, when the reply of `evidence` arrived. */
export const now = Date.parse('2027-01-01T00:00:02Z') / 1000

export const header: JsonObject = { alg: 'EdDSA', typ: 'adcp-gov+jws', kid: 'gov-1' }
export const claims: JsonObject = { iss: issuer, sub: 'plan_1', jti: 'jti_1', iat: now, exp: now + 900 }

export function token(moreClaims: JsonObject = {}, moreHeader: JsonObject = {}, by: TestKey = key): string {
  return compact({ ...header, ...moreHeader }, { ...claims, ...moreClaims }, by)
}

/** A step that was answered with this token. */
export function carrying(governance_context: Json, more: Partial<Evidence> = {}): Evidence {
  return evidence(result({ check_id: 'chk_1', governance_context }), more)
}

/** What a step that sent this and was answered with that leaves behind. */
export function exchange(payload: JsonObject, answer: JsonObject): Exchange {
  const request = { transport: 'mcp', operation: 'x', url: 'x', payload } as const
  return { request, reply: result(answer), startedAt: '2027-01-01T00:00:00Z', durationMs: 0, http: [] }
}

export function found(body: Json, place: PublishedDocument['place'] = 'agent'): PublishedDocument {
  return { url: `https://${place}.example`, place, status: 200, body }
}

export function missing(place: PublishedDocument['place'], status?: number): PublishedDocument {
  const problem = status === undefined ? 'no answer in time' : `HTTP ${status}`
  return { url: `https://${place}.example`, place, ...(status === undefined ? {} : { status }), problem }
}

/** What an agent publishes that does everything right. */
export function published(more: Partial<PublishedKeys> = {}): PublishedKeys {
  return {
    fetchedAt: '2027-01-01T00:00:00.000Z',
    jwks: [found({ keys: [key.jwk] })],
    archive: [found({ keys: [] })],
    revocations: [found(revocations())],
    brand: [found({ agents: [{ type: 'governance', url: issuer }] })],
    ...more,
  }
}

/** A revocation list in the form of flattened JSON. */
export function revocations(more: JsonObject = {}, moreHeader: JsonObject = {}, by: TestKey = key): JsonObject {
  const list = { version: 1, issuer, revoked_jtis: [], revoked_kids: [], next_update: '2027-01-01T00:15:00Z', ...more }
  const head = { alg: 'EdDSA', typ: 'adcp-gov-revocation+jws', kid: 'gov-1', ...moreHeader }
  const signature = compact(head, list, by).split('.')[2] ?? ''
  return { payload: base64url(list), protected: base64url(head), signature }
}
