import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import type { JsonObject } from '../model/json.ts'
import { govTokenFresh } from './gov-token-fresh.ts'
import { carrying, exchange, now, token } from './token.fixture.ts'

function grade(claims: JsonObject, before: JsonObject = { governance_context: token({ jti: 'jti_0' }) }) {
  const earlier = (id: string) => (id === 'first' ? exchange({}, before) : undefined)
  return govTokenFresh.evaluate({ checked_by: 'first' }, carrying(token(claims), { earlier }))
}

describe('gov_token_fresh', () => {
  it.each([{}, { iat: now + 60 }, { iat: now - 62 }, { exp: now - 59 }, { nbf: now }, { nbf: now + 60 }])(
    'passes %j',
    (claims) => {
      expect(grade(claims)).toEqual({ status: 'passed' })
    },
  )

  it.each<[JsonObject, string]>([
    [{ jti: 'jti_0' }, 'the token has the id (jti) of an earlier one'],
    [{ jti: ' ' }, 'the token has no id (jti)'],
    [{ jti: null }, 'the token has no id (jti)'],
    [{ jti: 1 }, 'the token has no id (jti)'],
    [{ iat: now - 64 }, 'the token was issued before this call'],
    [{ iat: now + 61 }, 'the token will be issued in the future'],
    [{ iat: 'now' }, 'iat and exp are no numbers of seconds'],
    [{ exp: null }, 'iat and exp are no numbers of seconds'],
    [{ exp: now - 61 }, 'the token has expired'],
    [{ nbf: now + 61 }, 'the token is not good yet (nbf)'],
    [{ nbf: now + 30, exp: now + 20 }, 'the token is not good yet (nbf)'],
    [{ nbf: null }, 'nbf is no number of seconds'],
  ])('fails %j', (claims, message) => {
    expect(grade(claims)).toEqual({
      status: 'failed',
      message,
      pointer: '',
      expected: 'a token made for this call',
      actual: { jti: 'jti_1', iat: now, exp: now + 900, ...claims, earlier_jti: 'jti_0' },
    })
  })

  it('has nothing to compare with when the earlier step carried no readable token', () => {
    expect(grade({}, { governance_context: 'opaque' })).toEqual({ status: 'passed' })
    expect(grade({}, {})).toEqual({ status: 'passed' })
    expect(grade({ jti: '' }, {})).toMatchObject({ status: 'failed', actual: { earlier_jti: null } })
  })

  it('needs the earlier step', () => {
    const seen = carrying(token())
    expect(() => govTokenFresh.evaluate({ checked_by: 'later' }, seen)).toThrow(AuthoringDefect)
  })
})
