import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { AuthoringDefect, NotEvaluable } from '../errors.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { UpstreamTraffic } from '../model/upstream-traffic.ts'
import { evidence, result } from './evidence.fixture.ts'
import { exchanged } from './exchange.fixture.ts'
import { type UpstreamParams, upstreamTraffic } from './upstream-traffic.ts'

const email = 'a1b2c3'
const request = { audiences: [{ add: [{ hashed_email: email }, { hashed_email: 'd4e5f6' }] }] }
const paths = { identifier_paths: ['audiences[*].add[*].hashed_email'] }

function call(more: JsonObject = {}): JsonObject {
  return {
    method: 'POST',
    url: 'https://up.example/v2/users',
    endpoint: 'POST https://up.example/v2/users',
    content_type: 'application/json',
    attestation_mode: 'raw',
    payload: { users: [{ hashed_email: email }, { hashed_email: 'd4e5f6' }] },
    payload_length: 1,
    timestamp: '2027-01-01T00:00:01.000Z',
    ...more,
  }
}

function grade(params: UpstreamParams, calls: readonly JsonObject[], more: JsonObject = {}) {
  const upstream: UpstreamTraffic = { status: 'told', payload: { success: true, recorded_calls: calls, ...more } }
  const earlier = (id: string) => (id === 'before' ? exchanged(result({}), {}, '2026-12-31T23:00:00.000Z') : undefined)
  return upstreamTraffic.evaluate(params, evidence(result({}), { request, upstream, earlier }))
}

const passed = { status: 'passed' }

describe('upstream_traffic counts', () => {
  it('calls of the step, one at least', () => {
    expect(grade({}, [call()])).toEqual(passed)
    expect(grade({ min_count: 2 }, [call(), call()])).toEqual(passed)
    expect(grade({ min_count: 2 }, [call()])).toEqual({
      status: 'failed',
      message: '1 of 2 calls were recorded',
      pointer: null,
      expected: { min_count: 2 },
      actual: { matched_count: 1, total_calls: 1 },
    })
  })

  it('fails an agent whose controller saw nothing: the façade', () => {
    expect(grade({}, [])).toMatchObject({ status: 'failed', actual: { matched_count: 0, total_calls: 0 } })
  })

  it('calls to the endpoint', () => {
    expect(grade({ endpoint_pattern: 'POST */users' }, [call()])).toEqual(passed)
    expect(grade({ endpoint_pattern: 'GET *' }, [call()])).toMatchObject({
      status: 'failed',
      actual: { total_calls: 1 },
    })
    const { endpoint, ...parts } = call()
    expect(grade({ endpoint_pattern: 'POST */users' }, [parts])).toEqual(passed)
  })

  it('calls for the purpose; one without a purpose is for others', () => {
    expect(grade({ purpose_filter: ['measurement'] }, [call({ purpose: 'measurement' })])).toEqual(passed)
    expect(grade({ purpose_filter: ['other'] }, [call()])).toEqual(passed)
    expect(grade({ purpose_filter: ['measurement'] }, [call(), call({ purpose: 'identity' })])).toMatchObject({
      status: 'failed',
      actual: { matched_count: 0, total_calls: 2, unclassified_count: 1 },
    })
  })

  it('calls since the step was sent, or since an earlier one; clocks may differ a little', () => {
    expect(grade({}, [call({ timestamp: '2026-12-31T23:59:59.800Z' })])).toEqual(passed)
    for (const timestamp of ['2026-12-31T23:59:59.700Z', 'yesterday', 7]) {
      expect(grade({}, [call({ timestamp })])).toMatchObject({ status: 'failed' })
    }
    expect(grade({ since: 'before' }, [call({ timestamp: '2026-12-31T23:30:00.000Z' })])).toEqual(passed)
    expect(() => grade({ since: 'never_sent' }, [call()])).toThrow(AuthoringDefect)
  })

  it('no call at all, when the author forbids them', () => {
    const none = { min_count: 0, endpoint_pattern: 'POST */auto-provision' }
    expect(grade(none, [call()])).toEqual(passed)
    expect(grade(none, [call({ endpoint: 'POST https://x.example/auto-provision' })])).toMatchObject({
      status: 'failed',
      message: 'a call was recorded that must not be made',
    })
    expect(() => grade(none, [call()], { truncated: true })).toThrow(NotEvaluable)
  })
})

describe('upstream_traffic reads bodies', () => {
  const match = (more: object): UpstreamParams => ({
    payload_must_contain: [{ path: 'users[*].hashed_email', match: 'present', ...more }],
  })

  it.each([
    match({}),
    match({ match: 'equals', value: 'd4e5f6' }),
    match({ match: 'contains_any', allowed_values: ['x', email] }),
    match({ path: '$.users.[0].hashed_email' }),
  ])('and passes for %j', (params) => expect(grade(params, [call({ payload: {} }), call()])).toEqual(passed))

  it.each([
    match({ path: 'users[*].email' }),
    match({ match: 'equals', value: 'A1B2C3' }),
    match({ match: 'contains_any', allowed_values: ['x'] }),
  ])('and fails for %j', (params) => {
    expect(grade(params, [call()])).toMatchObject({ status: 'failed', actual: { matched_count: 1 } })
  })

  it('and does not take null for a value that is present', () => {
    expect(grade(match({}), [call({ payload: { users: [{ hashed_email: null }] } })])).toMatchObject({
      status: 'failed',
    })
  })

  it('and reads a body that was given as text', () => {
    const payload = JSON.stringify(call().payload)
    expect(grade(match({}), [call({ payload, content_type: 'application/vnd.api+json; charset=utf-8' })])).toEqual(
      passed,
    )
  })

  it.each([
    call({ content_type: 'application/x-www-form-urlencoded', payload: 'hashed_email=a1b2c3' }),
    call({ content_type: 'application/jsonl' }),
    call({ attestation_mode: 'digest', payload: null }),
    call({ payload: '{"users": [truncated' }),
  ])('and says nothing of a body that it cannot read: %j', (unseen) => {
    expect(grade(match({}), [unseen])).toEqual({
      status: 'not_applicable',
      note: 'the recorded calls do not show whether they carry users[*].hashed_email',
    })
    expect(grade(match({}), [unseen, call({ payload: {} })])).toMatchObject({ status: 'failed' })
  })

  it('and blames the author for a match without a value', () => {
    for (const kind of ['equals', 'contains_any'] as const)
      expect(() => grade(match({ match: kind }), [call()])).toThrow(AuthoringDefect)
  })
})

describe('upstream_traffic looks for identifiers', () => {
  it.each([
    call(),
    call({ payload: { deep: [{ er: `${email},d4e5f6` }] } }),
    call({ content_type: 'text/plain', payload: `x=${email}&y=d4e5f6` }),
    call({ payload: {}, url: `https://up.example/?a=${email}&b=d4e5f6` }),
  ])('and passes when they are in %j', (one) => expect(grade(paths, [one])).toEqual(passed))

  it('and passes when each is in some call', () => {
    expect(grade(paths, [call({ payload: { id: email } }), call({ payload: { id: 'd4e5f6' } })])).toEqual(passed)
  })

  it('and names those that no call carries: a placeholder does not do', () => {
    expect(
      grade(paths, [call({ payload: { users: [{ hashed_email: email }, { hashed_email: 'placeholder' }] } })]),
    ).toEqual({
      status: 'failed',
      message: 'no recorded call carries d4e5f6',
      pointer: null,
      expected: paths,
      actual: { matched_count: 1, total_calls: 1, missing_payload_paths: [], missing_identifier_values: ['d4e5f6'] },
    })
  })

  it('and reads the proofs of a digest', () => {
    const proof = (value: string, found: Json) => ({
      identifier_value_sha256: createHash('sha256').update(value).digest('hex'),
      found,
    })
    const digest = (...identifier_match_proofs: Json[]) => {
      const { payload, ...rest } = call()
      return { ...rest, attestation_mode: 'digest', identifier_match_proofs }
    }
    expect(grade(paths, [digest(proof(email, true), proof('d4e5f6', true))])).toEqual(passed)
    expect(grade(paths, [digest(proof(email, true), proof('d4e5f6', false))])).toMatchObject({
      status: 'failed',
      actual: { missing_identifier_values: ['d4e5f6'] },
    })
    expect(grade(paths, [digest(proof(email, true), proof('d4e5f6', 'yes'))])).toMatchObject({ status: 'failed' })
    expect(grade(paths, [digest(proof(email, true))])).toMatchObject({ status: 'not_applicable' })
    expect(grade({ attestation_mode_required: 'raw' }, [digest()])).toMatchObject({ status: 'not_applicable' })
  })

  it('and blames the author when the request holds none', () => {
    expect(() => grade({ identifier_paths: ['audiences[*].none'] }, [call()])).toThrow(AuthoringDefect)
  })
})

describe('upstream_traffic without calls to look at', () => {
  const told = (upstream: UpstreamTraffic) => upstreamTraffic.evaluate({}, evidence(result({}), { upstream }))

  it('does not apply to an agent that does not offer them', () => {
    expect(told({ status: 'not_offered', note: 'no such scenario' })).toEqual({
      status: 'not_applicable',
      note: 'no such scenario',
    })
  })

  it('does not apply where RFC 8785 has no words', () => {
    expect(told({ status: 'failed', note: 'JCS_NON_FINITE_NUMBER' })).toMatchObject({ status: 'not_applicable' })
  })

  it('is blocked when the controller failed, or was not asked', () => {
    expect(() => told({ status: 'failed', note: 'HTTP 500' })).toThrow(NotEvaluable)
    expect(() => upstreamTraffic.evaluate({}, evidence(result({})))).toThrow(NotEvaluable)
  })

  it.each<Json>([null, {}, 'none', 3])('fails when the list is %j', (recorded_calls) => {
    expect(told({ status: 'told', payload: { recorded_calls } })).toMatchObject({ status: 'failed' })
  })
})
