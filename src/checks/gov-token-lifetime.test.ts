import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../model/json.ts'
import { govTokenLifetime } from './gov-token-lifetime.ts'
import { carrying, now, token } from './token.fixture.ts'

function grade(claims: JsonObject) {
  return govTokenLifetime.evaluate({ max_seconds: 900 }, carrying(token(claims)))
}

describe('gov_token_lifetime', () => {
  it.each([
    { iat: now, exp: now + 900 },
    { iat: now, exp: now + 1 },
    { iat: now - 30.5, exp: now + 800 },
    { iat: now + 59, exp: now + 59 + 900 },
  ])('passes %j', (claims) => {
    expect(grade(claims)).toEqual({ status: 'passed' })
  })

  it.each<[JsonObject, string]>([
    [{ iat: now, exp: now + 901 }, 'the token lives for 901 s'],
    [{ iat: now + 3600, exp: now + 4500 }, 'the token expires 4500 s after the reply'],
    [{ iat: now, exp: now }, 'the token expires before it is issued'],
    [{ iat: now * 1000, exp: now * 1000 + 900 }, `the token expires ${now * 999 + 900} s after the reply`],
    [{ iat: '1', exp: now }, 'iat is no number of seconds'],
    [{ iat: null }, 'iat is no number of seconds'],
    [{ exp: '2027-01-01T00:00:00Z' }, 'exp is no number of seconds'],
    [{ exp: null }, 'exp is no number of seconds'],
  ])('fails %j', (claims, message) => {
    const outcome = grade(claims)
    expect(outcome).toMatchObject({ status: 'failed', message, pointer: '', expected: 'exp at most 900 s after iat' })
    expect(outcome).toMatchObject({ actual: { iat: now, exp: now + 900, ...claims } })
  })
})
