import { describe, expect, it } from 'vitest'
import type { Json } from '../model/json.ts'
import { evidence, noResult, result } from './evidence.fixture.ts'
import { govConditions } from './gov-conditions.ts'

const condition = { field: 'payload.budget', required_value: 5, reason: 'the plan has 5 left' }

describe('gov_conditions', () => {
  it('passes when each condition names a field and a reason', () => {
    expect(govConditions.evaluate({}, evidence(result({ conditions: [condition] })))).toEqual({ status: 'passed' })
  })

  it.each<[Json, number]>([
    [[], 0],
    [null, 0],
    ['budget', 0],
    [{ 0: condition }, 0],
    [[condition], 1],
  ])('fails for %j when two are due', (conditions, count) => {
    expect(govConditions.evaluate({ min: 2 }, evidence(result({ conditions })))).toEqual({
      status: 'failed',
      message: `${count} conditions, 2 or more are due`,
      pointer: '/conditions',
      expected: '2 or more conditions',
      actual: conditions,
    })
  })

  it.each<Json>([null, 'x', [], {}, { field: 'a' }, { ...condition, field: ' ' }, { ...condition, reason: null }])(
    'fails for the condition %j among good ones',
    (bad) => {
      expect(govConditions.evaluate({}, evidence(result({ conditions: [condition, bad] })))).toEqual({
        status: 'failed',
        message: 'the condition lacks a field or a reason',
        pointer: '/conditions/1',
        expected: 'field and reason that are not blank',
        actual: bad,
      })
    },
  )

  it.each(noResult)('fails when the agent answered $words', ({ reply, words, pointer }) => {
    expect(govConditions.evaluate({}, evidence(reply))).toEqual({
      status: 'failed',
      message: `0 conditions, 1 or more are due; the agent answered ${words}`,
      pointer: pointer === null ? null : '/conditions',
      expected: '1 or more conditions',
      actual: null,
    })
  })
})
