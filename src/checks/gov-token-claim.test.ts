import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import type { JsonObject } from '../model/json.ts'
import { result } from './evidence.fixture.ts'
import { govTokenClaim } from './gov-token-claim.ts'
import { carrying, exchange, token } from './token.fixture.ts'

const request = { plan_id: 'plan_1', caller: 'https://b.example' }

function grade(params: JsonObject & { claim: string }, claims: JsonObject = {}) {
  const earlier = (id: string) =>
    id === 'first' ? exchange({}, { governance_context: token({ plan_hash: 'A' }) }) : undefined
  return govTokenClaim.evaluate(params, carrying(token(claims), { request, earlier }))
}

const passed = { status: 'passed' }

describe('gov_token_claim', () => {
  it.each<[JsonObject & { claim: string }, JsonObject]>([
    [{ claim: 'phase', value: 'intent' }, { phase: 'intent' }],
    [{ claim: 'phase', allowed_values: ['intent', 'purchase'] }, { phase: 'purchase' }],
    [{ claim: 'sub', equals_request: 'plan_id' }, {}],
    [{ claim: 'check_id', equals_reply: 'check_id' }, { check_id: 'chk_1' }],
    [{ claim: 'plan_hash', same_as: 'first' }, { plan_hash: 'A' }],
    [{ claim: 'plan_hash', differs_from: 'first' }, { plan_hash: 'B' }],
    [{ claim: 'media_buy_id', present: true }, { media_buy_id: 'mb_1' }],
    [{ claim: 'media_buy_id', absent: true }, {}],
    [{ claim: 'media_buy_id', absent: true }, { media_buy_id: null }],
  ])('passes %j for %j', (params, claims) => {
    expect(grade(params, claims)).toEqual(passed)
  })

  it.each<[JsonObject & { claim: string }, JsonObject, JsonObject]>([
    [{ claim: 'phase', value: 'intent' }, { phase: 'purchase' }, { expected: 'intent', actual: 'purchase' }],
    [{ claim: 'phase', value: 'intent' }, { phase: null }, { expected: 'intent', actual: null }],
    [{ claim: 'sub', equals_request: 'plan_id' }, { sub: 'chk_1' }, { expected: 'plan_1', actual: 'chk_1' }],
    [{ claim: 'aud', value: 's' }, { aud: ['s'] }, { expected: 's', actual: ['s'] }],
    [{ claim: 'check_id', equals_reply: 'check_id' }, { check_id: 'x' }, { expected: 'chk_1', actual: 'x' }],
    [{ claim: 'check_id', equals_reply: 'none' }, { check_id: 'x' }, { expected: null, actual: 'x' }],
    [{ claim: 'plan_hash', same_as: 'first' }, { plan_hash: 'B' }, { expected: 'A', actual: 'B' }],
    [{ claim: 'plan_hash', differs_from: 'first' }, { plan_hash: 'A' }, { expected: { not: 'A' }, actual: 'A' }],
    [{ claim: 'plan_hash', differs_from: 'first' }, { plan_hash: null }, { expected: { not: 'A' }, actual: null }],
    [{ claim: 'media_buy_id', present: true }, { media_buy_id: ' ' }, { expected: 'a text', actual: ' ' }],
  ])('fails %j for %j', (params, claims, outcome) => {
    const message = `the claim ${params.claim} is wrong`
    expect(grade(params, claims)).toEqual({ status: 'failed', message, pointer: '', ...outcome })
  })

  it('fails a claim that is missing, or must be', () => {
    expect(grade({ claim: 'caller', equals_request: 'caller' })).toEqual({
      status: 'failed',
      message: 'the token has no claim caller',
      pointer: '',
      expected: 'https://b.example',
      actual: null,
    })
    expect(grade({ claim: 'media_buy_id', absent: true }, { media_buy_id: '' })).toMatchObject({
      status: 'failed',
      message: 'the token has a claim media_buy_id, and must have none',
      expected: null,
      actual: '',
    })
    expect(grade({ claim: 'constructor', present: true })).toMatchObject({ status: 'failed', actual: null })
  })

  it('lets a reply without a token go only when told', () => {
    const seen = { ...carrying(null), reply: result({}), payload: {} }
    expect(govTokenClaim.evaluate({ claim: 'sub', value: 'x', if_present: true }, seen)).toEqual({
      status: 'not_applicable',
      note: 'the reply carries no governance_context',
    })
    expect(govTokenClaim.evaluate({ claim: 'sub', value: 'x' }, seen)).toMatchObject({ status: 'failed' })
    expect(govTokenClaim.evaluate({ claim: 'sub', value: 'x', if_present: true }, carrying(token()))).toMatchObject({
      status: 'failed',
    })
  })

  it.each([
    { claim: 'sub' },
    { claim: 'sub', equals_request: 'brand' },
    { claim: 'sub', same_as: 'later' },
    { claim: 'sub', differs_from: 'later' },
  ])('cannot compare by %j', (params) => {
    expect(() => grade(params)).toThrow(AuthoringDefect)
  })
})
