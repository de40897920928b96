import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../model/json.ts'
import { evidence, noResult, v31 } from './evidence.fixture.ts'
import { govTokenJws } from './gov-token-jws.ts'
import { carrying, exchange, token } from './token.fixture.ts'

function declaring(capabilities: JsonObject) {
  return carrying('gov_ctx_1', { earlier: (id) => (id === 'caps' ? exchange({}, capabilities) : undefined) })
}

describe('gov_token_jws', () => {
  it('passes a compact JWS, whoever signed it', () => {
    expect(govTokenJws.evaluate({}, carrying(token()))).toEqual({ status: 'passed' })
  })

  it('fails another kind of token, and does not show it', () => {
    expect(govTokenJws.evaluate({}, carrying('gov_ctx_secret'))).toEqual({
      status: 'failed',
      message: 'the governance context is no compact JWS: it does not consist of three parts with dots between them',
      pointer: '',
      expected: 'a compact JWS',
      actual: null,
    })
  })

  it('lets go what the capabilities declare at 3.0', () => {
    const params = { declared_in: 'caps' }
    const said = { governance: { notes: ['x', 'governance_context is opaque and cannot be verified'] } }
    expect(govTokenJws.evaluate(params, declaring(said))).toEqual({
      status: 'not_applicable',
      note: 'the capabilities speak of the governance context: governance_context is opaque and cannot be verified',
    })
    expect(govTokenJws.evaluate(params, declaring({ ext: { governance_context_format: 'opaque' } }))).toMatchObject({
      status: 'not_applicable',
    })
    expect(govTokenJws.evaluate(params, { ...declaring(said), adcp: v31 })).toMatchObject({ status: 'failed' })
    expect(govTokenJws.evaluate({}, declaring(said))).toMatchObject({ status: 'failed' })
    expect(govTokenJws.evaluate(params, declaring({ governance: { a: 1, b: null } }))).toMatchObject({
      status: 'failed',
    })
    expect(govTokenJws.evaluate({ declared_in: 'other' }, declaring(said))).toMatchObject({ status: 'failed' })
  })

  it.each([undefined, null, '', 1, {}])('fails without a token: %j', (value) => {
    const seen = value === undefined ? evidence({ ...carrying(null).reply } as never, { payload: {} }) : carrying(value)
    expect(govTokenJws.evaluate({}, seen)).toMatchObject({
      status: 'failed',
      message: 'the reply carries no governance_context',
    })
  })

  it.each(noResult)('fails when the agent answered $words', ({ reply, words, pointer }) => {
    expect(govTokenJws.evaluate({}, evidence(reply))).toEqual({
      status: 'failed',
      message: `the reply carries no governance_context; the agent answered ${words}`,
      pointer,
      expected: 'a signed token',
      actual: null,
    })
  })
})
