import { describe, expect, it } from 'vitest'
import type { Reply } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import { evidence, httpError, result, silence } from './evidence.fixture.ts'
import { checks, findCheck } from './index.ts'
import { checked } from './peer.fixture.ts'

const schema = { id: 'x', url: 'x', validate: () => [] }
const strict = { ...schema, validate: () => [{ instancePath: '', schemaPath: '#', keyword: 'x', message: 'no' }] }

/** Parameters with which a check says something of the reply. */
const params: Record<string, JsonObject> = {
  response_schema: {},
  field_present: { path: 'a' },
  field_absent: { path: 'a' },
  field_value: { path: 'a', value: 1 },
  field_value_or_absent: { path: 'a', value: 1 },
  field_contains: { path: 'a', value: 1 },
  field_pattern: { path: 'a', pattern: 'x' },
  field_greater_than: { path: 'a', value: 1 },
  field_less_than: { path: 'a', value: 1 },
  field_at_least: { path: 'a', value: 1 },
  field_at_most: { path: 'a', value: 1 },
  field_equals_context: { path: 'a', context_key: 'captured' },
  field_in_context_array: { path: 'a', context_key: 'captured' },
  all_fields_in_context_array: { path: 'status', context_key: 'captured' },
  array_length: { path: 'a', min: 0 },
  envelope_field_present: { path: 'a' },
  envelope_field_absent: { path: 'a' },
  envelope_field_value: { path: 'a', value: 1 },
  envelope_field_value_or_absent: { path: 'a', value: 1 },
  envelope_field_pattern: { path: 'a', pattern: 'x' },
  error_code: {},
  status_code: {},
  http_status: { value: 401 },
  http_status_in: { allowed_values: [401] },
  on_401_require_header: { value: 'www-authenticate' },
  resource_equals_agent_url: {},
  any_of: { allowed_values: ['flag'] },
  refs_resolve: {
    source: { from: 'current_step', path: 'status' },
    target: { from: 'current_step', path: 'a' },
    match_keys: ['id'],
  },
  cross_response_field_equal: { path: 'a' },
  cross_response_count_distinct: { path: 'a', allowed_values: [7] },
  replay_not_cached_rate_limit: {},
  canonical_format_satisfaction: { value: false },
  upstream_traffic: {},
  a2a_submitted_artifact: {},
  a2a_context_continuity: {},
  gov_decision: { value: 'denied' },
  gov_outcome: { value: 'accepted' },
  gov_findings: {},
  gov_explained: {},
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
  gov_peer_called: { min: 2 },
  gov_peer_not_called: {},
  gov_peer_request: { path: 'phase', value: 'purchase' },
  gov_peer_requested: { path: '/mcp', max: 0 },
  gov_peer_planned: {},
  gov_peer_covers: { since: 'now', media_buy: 'm' },
  gov_peer_adjusted: { conditions: [{ field: 'planned_delivery.total_budget', required_value: 1 }] },
  gov_peer_valid: {},
  gov_peer_before_commit: {},
  gov_peer_headers: {},
  gov_read_back: { media_buy: 'present', media_buy_id: 'm' },
  gov_call_failed: { value: false },
  gov_same_refusal: { as: 'same' },
  gov_failed_entry: { path: 'accounts[0]' },
  gov_refusal_placed: { code: 'GOVERNANCE_DENIED' },
  gov_refused_once_seen: { path: '/mcp', class: 'governance_token' },
  gov_stopped: { since: 'now', media_buy: 'm' },
}

const kinds = { format_kind: 'image' }
const product = { product_id: 'p', format_options: [{ ...kinds, params: { width: 300, height: 250 } }] }

/** A check that came too late, and with no credential. */
const late = checked({ phase: 'delivery' }, { credential: 'none', beforeAnswer: false })

/** What checks see of a step that was sent twice, over A2A, in the context of an earlier one. */
function seen(reply: Reply) {
  const request = { context: { id: 1 }, plan_id: 'p', packages: [{ product_id: 'p', ...kinds }] }
  const sent = { transport: 'a2a', operation: 'x', url: 'x', contextId: 'c', payload: { plans: [{ plan_id: 'p' }] } }
  const around = { startedAt: '2027-01-01T00:00:00Z', durationMs: 0, http: [] }
  const exchange = { request: { ...sent, transport: 'a2a' as const }, reply, ...around }
  const listed = { ...exchange, request: { ...exchange.request, operation: 'get_products' } }
  return evidence(reply, {
    request,
    responseSchema: schema,
    peerQuestionSchema: strict,
    context: new Map([['captured', ['x']]]),
    siblings: [exchange, { ...exchange }],
    history: [{ ...listed, reply: result({ products: [product] }) }],
    upstream: { status: 'told', payload: { recorded_calls: [] } },
    earlier: () => exchange,
    step: 'now',
    peer: { requests: [late], begun: ['now'], isCut: false },
  })
}

/** Kinds that speak only of what was confirmed, of an explanation that was given, of two refusals, of a call that was refused for its rate. */
const conditionalOnWords = [
  'replay_not_cached_rate_limit',
  'gov_explained',
  'gov_same_refusal',
  'gov_peer_adjusted',
  'gov_peer_planned',
  'gov_peer_covers',
]
/** Those, and a kind that speaks only of a 401. */
const conditional = ['on_401_require_header', ...conditionalOnWords]
const others = (...exempt: string[]) => checks.filter(({ kind }) => !exempt.includes(kind))

describe('the list of checks', () => {
  it('holds each kind once, and finds it', () => {
    expect(checks.map(({ kind }) => kind)).toEqual(Object.keys(params))
    for (const check of checks) expect(findCheck(check.kind)).toBe(check)
  })

  it.each(['', 'field_presnt', 'toString', '__proto__', 'constructor'])('knows no %j', (kind) => {
    expect(findCheck(kind)).toBeUndefined()
  })

  it.each(others(...conditionalOnWords))('$kind is not satisfied by silence', ({ kind, evaluate }) => {
    for (const expects of ['success', 'error', 'any'] as const) {
      expect(evaluate(params[kind], { ...seen(silence()), expects })).toMatchObject({ status: 'failed' })
    }
  })

  it.each(others('gov_not_disclosed', ...conditional))('$kind is not satisfied by HTTP 500', ({ kind, evaluate }) => {
    for (const expects of ['success', 'error', 'any'] as const) {
      expect(evaluate(params[kind], { ...seen(httpError(500)), expects })).toMatchObject({ status: 'failed' })
    }
  })

  it.each(others('status_code', 'gov_call_failed', ...conditional))(
    '$kind can fail for a result',
    ({ kind, evaluate }) => {
      const bad = {
        a: kind.endsWith('_absent') ? 'secret' : null,
        secret: 'secret',
        ...(kind === 'gov_finding_confidence' ? { findings: [{}] } : {}),
        status: 'approved',
      }
      expect(evaluate(params[kind], { ...seen(result(bad)), responseSchema: strict })).toMatchObject({
        status: 'failed',
      })
    },
  )
})
