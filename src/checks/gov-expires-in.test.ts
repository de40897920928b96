import { describe, expect, it } from 'vitest'
import type { Json } from '../model/json.ts'
import { evidence, noResult, result } from './evidence.fixture.ts'
import { govExpiresIn } from './gov-expires-in.ts'

const expiring = (expires_at: Json) => evidence(result({ expires_at }))

describe('gov_expires_in', () => {
  it.each(['2027-01-01T00:10:02Z', '2027-01-01T01:10:02.000+01:00', '2027-01-01t00:10:02z'])(
    'counts %s from the arrival of the reply',
    (at) => {
      expect(govExpiresIn.evaluate({ min_seconds: 600, max_seconds: 600 }, expiring(at))).toEqual({ status: 'passed' })
    },
  )

  it('wants the future when no window is given', () => {
    expect(govExpiresIn.evaluate({}, expiring('2027-01-01T00:00:02Z'))).toEqual({ status: 'passed' })
    expect(govExpiresIn.evaluate({}, expiring('2027-01-01T00:00:01Z'))).toEqual({
      status: 'failed',
      message: 'expires_at is -1 s after the reply',
      pointer: '/expires_at',
      expected: '0 s or more after the reply',
      actual: '2027-01-01T00:00:01Z',
    })
  })

  it('asks nothing of another decision than the one that owes it', () => {
    const params = { if_decision: 'approved' } as const
    expect(govExpiresIn.evaluate(params, evidence(result({ status: 'denied' })))).toEqual({
      status: 'not_applicable',
      note: 'the decision is "denied"',
    })
    expect(govExpiresIn.evaluate(params, evidence(result({ status: 'approved' })))).toMatchObject({ status: 'failed' })
    expect(govExpiresIn.evaluate(params, evidence(result({})))).toMatchObject({ status: 'failed' })
  })

  it('fails beyond the window', () => {
    expect(govExpiresIn.evaluate({ max_seconds: 60 }, expiring('2027-01-01T00:01:03Z'))).toEqual({
      status: 'failed',
      message: 'expires_at is 61 s after the reply',
      pointer: '/expires_at',
      expected: 'between 0 and 60 s after the reply',
      actual: '2027-01-01T00:01:03Z',
    })
  })

  it.each<Json>([
    'tomorrow',
    '',
    '2099',
    '2099-01-01',
    '2099-01-01T00:00:00',
    'Jan 1 2099',
    '2099-13-01T00:00:00Z',
    4070908800,
    null,
    ['2099-01-01T00:00:00Z'],
  ])('takes %j for no instant', (at) => {
    expect(govExpiresIn.evaluate({}, expiring(at))).toEqual({
      status: 'failed',
      message: 'expires_at is not an instant',
      pointer: '/expires_at',
      expected: '0 s or more after the reply',
      actual: at,
    })
  })

  it('looks at another path when told', () => {
    const seen = evidence(result({ a: [{ until: '2028-01-01T00:00:00Z' }] }))
    expect(govExpiresIn.evaluate({ path: 'a[0].until' }, seen)).toEqual({ status: 'passed' })
    expect(govExpiresIn.evaluate({}, seen)).toMatchObject({ status: 'failed', actual: null })
  })

  it.each(noResult)('fails when the agent answered $words', ({ reply, words, pointer }) => {
    expect(govExpiresIn.evaluate({}, evidence(reply))).toEqual({
      status: 'failed',
      message: `expires_at is not an instant; the agent answered ${words}`,
      pointer: pointer === null ? null : '/expires_at',
      expected: '0 s or more after the reply',
      actual: null,
    })
  })
})
