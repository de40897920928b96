import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../model/json.ts'
import { govTokenCrit } from './gov-token-crit.ts'
import { carrying, token } from './token.fixture.ts'

function grade(claims: JsonObject, header: JsonObject) {
  return govTokenCrit.evaluate({}, carrying(token(claims, header)))
}

describe('gov_token_crit', () => {
  it.each<[JsonObject, JsonObject]>([
    [{}, {}],
    [{ acme_note: 'x' }, {}],
    [{ budget_cap: 1 }, { crit: ['budget_cap'] }],
    [{}, { crit: ['acme'], acme: true }],
  ])('passes claims %j with header %j', (claims, header) => {
    expect(grade(claims, header)).toEqual({ status: 'passed' })
  })

  it.each<[JsonObject, JsonObject, string]>([
    [{ budget_cap: 1 }, {}, 'the token does not list budget_cap as critical'],
    [
      { authorized_task: 'x', budget_cap: 1 },
      { crit: ['budget_cap'] },
      'the token does not list authorized_task as critical',
    ],
    [{ budget_cap: 1 }, { crit: 'budget_cap' }, 'the token does not list budget_cap as critical'],
    [{}, { crit: [] }, 'crit is no list of names'],
    [{}, { crit: null }, 'crit is no list of names'],
    [{}, { crit: ['iss', 7] }, 'crit is no list of names'],
    [{}, { crit: ['iss', 'acme'] }, 'crit lists acme, which the token does not have'],
  ])('fails claims %j with header %j', (claims, header, message) => {
    expect(grade(claims, header)).toEqual({
      status: 'failed',
      message,
      pointer: '',
      expected: 'crit names every claim that changes what is authorised',
      actual: { crit: header.crit ?? null, claims: ['iss', 'sub', 'jti', 'iat', 'exp', ...Object.keys(claims)] },
    })
  })
})
