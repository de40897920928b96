import { describe, expect, it } from 'vitest'
import type { Reply } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import { evidence, httpError, result, silence } from './evidence.fixture.ts'
import { checks, findCheck } from './index.ts'

const schema = { id: 'x', url: 'x', validate: () => [] }

/** Parameters with which a check says something of the reply. */
const params: Record<string, JsonObject> = {
  response_schema: {},
  field_present: { path: 'a' },
  field_absent: { path: 'a' },
  field_value: { path: 'a', value: 1 },
  field_value_or_absent: { path: 'a', value: 1 },
  field_contains: { path: 'a', value: 1 },
  field_greater_than: { path: 'a', value: 1 },
  field_less_than: { path: 'a', value: 1 },
  envelope_field_present: { path: 'a' },
  error_code: {},
  status_code: {},
  gov_decision: { value: 'denied' },
  gov_outcome: { value: 'accepted' },
  gov_findings: {},
  gov_conditions: {},
  gov_refused: {},
  gov_not_approved: {},
  gov_escalated: { checked_by: 'same' },
  gov_held_back: { checked_by: 'same' },
  gov_flagged: {},
  gov_error_or_finding: { checked_by: 'same', class: 'validation' },
  gov_recorded_findings: { checked_by: 'same', severities: ['critical'] },
  gov_finding_confidence: {},
  gov_mentions: { values: ['nobody'] },
  gov_answers_within: { seconds: 1 },
  gov_context_echo: {},
  gov_expires_in: {},
  gov_error_class: { class: 'not_found' },
  gov_equals: { path: 'a', value: 1 },
  gov_differs: { path: 'a', value: 1 },
  gov_audit_entries: { min: 0 },
  gov_not_disclosed: { values: ['secret'] },
  gov_token_jws: {},
  gov_token_header: { name: 'alg', value: 'EdDSA' },
  gov_token_claim: { claim: 'sub', value: 'p' },
  gov_token_issuer: {},
  gov_token_lifetime: { max_seconds: 900 },
  gov_token_fresh: { checked_by: 'same' },
  gov_token_policy_evidence: {},
  gov_token_plan_hash: { synced_by: 'same' },
  gov_token_plan_hash_form: {},
  gov_token_crit: {},
  gov_token_signature: {},
  gov_jwks_key: {},
  gov_jwks_own_key: {},
  gov_jwks_archive: {},
  gov_revocation_list: {},
  gov_revocation_signature: {},
}

function seen(reply: Reply) {
  const request = { context: { id: 1 }, plan_id: 'p' }
  const exchange = {
    request: { transport: 'mcp', operation: 'x', url: 'x', payload: { plans: [{ plan_id: 'p' }] } } as const,
    reply,
    startedAt: '2027-01-01T00:00:00Z',
    durationMs: 0,
    http: [],
  }
  return evidence(reply, { request, responseSchema: schema, earlier: () => exchange })
}

describe('the list of checks', () => {
  it('holds each kind once, and finds it', () => {
    expect(checks.map(({ kind }) => kind)).toEqual(Object.keys(params))
    for (const check of checks) expect(findCheck(check.kind)).toBe(check)
  })

  it.each(['', 'field_presnt', 'toString', '__proto__', 'constructor'])('knows no %j', (kind) => {
    expect(findCheck(kind)).toBeUndefined()
  })

  it.each(checks)('$kind is not satisfied by silence', ({ kind, evaluate }) => {
    for (const expects of ['success', 'error', 'any'] as const) {
      expect(evaluate(params[kind], { ...seen(silence()), expects })).toMatchObject({ status: 'failed' })
    }
  })

  it.each(checks.filter(({ kind }) => kind !== 'gov_not_disclosed'))(
    '$kind is not satisfied by HTTP 500',
    ({ kind, evaluate }) => {
      for (const expects of ['success', 'error', 'any'] as const) {
        expect(evaluate(params[kind], { ...seen(httpError(500)), expects })).toMatchObject({ status: 'failed' })
      }
    },
  )

  it.each(checks.filter(({ kind }) => kind !== 'status_code'))('$kind can fail for a result', ({ kind, evaluate }) => {
    const bad = {
      a: kind === 'field_absent' || kind === 'field_value_or_absent' ? 'secret' : null,
      secret: 'secret',
      ...(kind === 'gov_finding_confidence' ? { findings: [{}] } : {}),
      status: 'approved',
    }
    const strict = { ...schema, validate: () => [{ instancePath: '', schemaPath: '#', keyword: 'x', message: 'no' }] }
    expect(evaluate(params[kind], { ...seen(result(bad)), responseSchema: strict })).toMatchObject({ status: 'failed' })
  })
})
