import { describe, expect, it } from 'vitest'
import { AuthoringDefect, NotEvaluable } from '../errors.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { evidence, httpError, refusal, result, silence } from './evidence.fixture.ts'
import { exchanged } from './exchange.fixture.ts'
import { findCheck } from './index.ts'

/** Broken agents and storyboards that another runner of the same storyboards is known to pass. */
const grade = (kind: string, params: JsonObject, seen = evidence(result({}))) => findCheck(kind)?.evaluate(params, seen)

const strict = {
  id: '/schemas/3.0.6/governance/check-governance-response.json',
  url: 'https://example.test',
  validate: () => [{ instancePath: '/findings', schemaPath: '#/minItems', keyword: 'minItems', message: 'too few' }],
}

describe('what must not pass', () => {
  it('a reply that breaks the official schema: it decides, and is no mere warning', () => {
    const denied = evidence(result({ status: 'denied', findings: [] }), { responseSchema: strict })
    expect(grade('response_schema', {}, denied)).toMatchObject({ status: 'failed', pointer: '/findings' })
  })

  it('a misspelt check: no kind is known by that name', () => {
    expect(findCheck('field_presnt')).toBeUndefined()
  })

  it.each(['field_value', 'field_value_or_absent', 'envelope_field_value', 'field_contains'])(
    '%s without a value to compare with, even where the field is absent',
    (kind) => {
      for (const payload of [{}, { a: 1 }])
        expect(() => grade(kind, { path: 'a' }, evidence(result(payload)))).toThrow(AuthoringDefect)
    },
  )

  it.each<JsonObject>([
    { code: 'PLAN_NOT_FOUND' },
    { error_code: 'PLAN_NOT_FOUND' },
    { error: { code: 'PLAN_NOT_FOUND' } },
    { errors: [{ code: 'PLAN_NOT_FOUND' }], media_buy_id: 'm' },
  ])('error_code on a result that happens to hold %j', (payload) => {
    for (const params of [{}, { value: 'PLAN_NOT_FOUND' }])
      expect(grade('error_code', params, evidence(result(payload)))).toMatchObject({ status: 'failed' })
  })

  it('status_code whose value is not the outcome', () => {
    expect(grade('status_code', { value: 'error' }, evidence(result({})))).toMatchObject({ status: 'failed' })
    expect(grade('status_code', { value: 200 }, evidence(refusal()))).toMatchObject({ status: 'failed' })
  })

  it.each([
    'field_less_than',
    'field_greater_than',
    'field_at_most',
    'field_at_least',
    'field_equals_context',
    'field_in_context_array',
  ])('%s with a context_key under which nothing was captured', (kind) => {
    const seen = evidence(result({ a: 1 }))
    expect(() => grade(kind, { path: 'a', context_key: 'never' }, seen)).toThrow(NotEvaluable)
  })

  it('field_present for a text with nothing in it', () => {
    expect(grade('field_present', { path: 'a' }, evidence(result({ a: '' })))).toMatchObject({ status: 'failed' })
  })

  it('a path too long to be read, instead of the whole reply', () => {
    expect(() => grade('field_present', { path: 'a'.repeat(1_025) }, evidence(result({ a: 1 })))).toThrow(
      AuthoringDefect,
    )
  })

  it('on_401_require_header where the status is another one', () => {
    expect(grade('on_401_require_header', { value: 'www-authenticate' }, evidence(httpError(500)))).toMatchObject({
      status: 'not_applicable',
    })
  })

  it('envelope_field_present for a field of the payload within the envelope', () => {
    const reply = result({ replayed: true }, { envelope: { status: 'completed', payload: { replayed: true } } })
    expect(grade('envelope_field_present', { path: 'replayed' }, evidence(reply))).toMatchObject({ status: 'failed' })
  })

  it('refs_resolve with no reference to compare', () => {
    const params = {
      source: { from: 'current_step', path: 'refs[*]' },
      target: { from: 'current_step', path: 'known[*]' },
      match_keys: ['id'],
    }
    expect(grade('refs_resolve', params, evidence(result({ refs: [] })))).toMatchObject({ status: 'not_applicable' })
  })

  it('field_absent, when there was no reply to look into', () => {
    expect(grade('field_absent', { path: 'a' }, evidence(silence()))).toMatchObject({ status: 'failed' })
  })

  it('a plan_id that another plan was asked for, and a context with a key too many', () => {
    const request = { plan_id: 'p1', context: { correlation_id: 'c' } }
    const seen = evidence(result({ plan_id: 'p2', context: { correlation_id: 'c', more: 1 } }), { request })
    expect(grade('field_value', { path: 'plan_id', value: 'p1' }, seen)).toMatchObject({ status: 'failed' })
    expect(grade('gov_context_echo', {}, seen)).toMatchObject({ status: 'failed' })
  })

  it('a submitted artifact whose last data part says something else than the first', () => {
    const parts = [
      { kind: 'data', data: { status: 'submitted' } },
      { kind: 'data', data: { status: 'completed' } },
    ]
    const raw: Json = { kind: 'task', id: 'a', contextId: 'c', status: { state: 'completed' }, artifacts: [{ parts }] }
    const reply = result({ status: 'completed' }, { raw })
    const seen = evidence(reply, { siblings: [exchanged(reply, { transport: 'a2a' })] })
    expect(grade('a2a_submitted_artifact', {}, seen)).toMatchObject({ status: 'failed' })
  })

  it('a façade that calls nobody', () => {
    const upstream = { status: 'told', payload: { recorded_calls: [] } } as const
    expect(grade('upstream_traffic', {}, evidence(result({}), { upstream }))).toMatchObject({ status: 'failed' })
  })
})
