import { describe, expect, it } from 'vitest'
import { AuthoringDefect, NotEvaluable } from '../errors.ts'
import type { Json } from '../model/json.ts'
import { evidence, noResult, result } from './evidence.fixture.ts'
import { fieldAtLeast, fieldAtMost, fieldGreaterThan, fieldLessThan } from './field-order.ts'

describe('field_greater_than', () => {
  it('passes for a greater number', () => {
    expect(fieldGreaterThan.evaluate({ path: 'n', value: 1 }, evidence(result({ n: 2 })))).toEqual({ status: 'passed' })
  })

  it.each<Json>([1, 0, -2, null, '2', [2], true, {}])('fails for %j', (n) => {
    expect(fieldGreaterThan.evaluate({ path: 'n', value: 1 }, evidence(result({ n })))).toEqual({
      status: 'failed',
      message: 'n must be a number greater than 1',
      pointer: '/n',
      expected: 1,
      actual: n,
    })
  })

  it('fails when the number is absent', () => {
    expect(fieldGreaterThan.evaluate({ path: 'a.n', value: 1 }, evidence(result({})))).toEqual({
      status: 'failed',
      message: 'a.n must be a number greater than 1',
      pointer: '/a/n',
      expected: 1,
      actual: null,
    })
  })
})

describe('field_less_than', () => {
  it('passes for a lesser number', () => {
    expect(fieldLessThan.evaluate({ path: 'n', value: 1 }, evidence(result({ n: 0 })))).toEqual({ status: 'passed' })
  })

  it.each<Json>([1, 2, null, '0', [], false])('fails for %j', (n) => {
    expect(fieldLessThan.evaluate({ path: 'n', value: 1 }, evidence(result({ n })))).toEqual({
      status: 'failed',
      message: 'n must be a number less than 1',
      pointer: '/n',
      expected: 1,
      actual: n,
    })
  })

  it.each(noResult)('fails when the agent answered $words', ({ reply, words, pointer }) => {
    expect(fieldLessThan.evaluate({ path: 'n', value: 1 }, evidence(reply))).toEqual({
      status: 'failed',
      message: `n must be a number less than 1; the agent answered ${words}`,
      pointer: pointer === null ? null : '/n',
      expected: 1,
      actual: null,
    })
  })
})

describe('field_at_least and field_at_most', () => {
  it('take the bound itself', () => {
    for (const check of [fieldAtLeast, fieldAtMost])
      expect(check.evaluate({ path: 'n', value: 1 }, evidence(result({ n: 1 })))).toEqual({ status: 'passed' })
  })

  it('fail beyond it', () => {
    expect(fieldAtLeast.evaluate({ path: 'n', value: 1 }, evidence(result({ n: 0.99 })))).toMatchObject({
      status: 'failed',
      message: 'n must be a number of at least 1',
    })
    expect(fieldAtMost.evaluate({ path: 'n', value: 1 }, evidence(result({ n: 1.01 })))).toMatchObject({
      status: 'failed',
      message: 'n must be a number of at most 1',
    })
  })
})

describe('a bound that an earlier step captured', () => {
  const params = { path: 'rights.length', context_key: 'all', value: 100 }
  const reply = result({ rights: [1, 2] })
  const seen = (all: Json) => evidence(reply, { context: new Map([['all', all]]) })

  it('goes before the literal one, and counts a list by its length', () => {
    expect(fieldLessThan.evaluate(params, seen(3))).toEqual({ status: 'passed' })
    expect(fieldLessThan.evaluate(params, seen(2))).toMatchObject({ status: 'failed', expected: 2, actual: 2 })
  })

  it('keeps the check from passing when it is missing', () => {
    for (const check of [fieldLessThan, fieldGreaterThan, fieldAtLeast, fieldAtMost])
      expect(() => check.evaluate(params, evidence(reply))).toThrow(NotEvaluable)
  })
})

it('is not fooled by a number beyond all numbers', () => {
  const endless = JSON.parse('{ "n": 1e999 }')
  expect(fieldGreaterThan.evaluate({ path: 'n', value: 1 }, evidence(result(endless)))).toMatchObject({
    status: 'failed',
  })
})

it.each([null, '1', undefined, []])('blames the author for the bound %j instead of coercing it', (value) => {
  const params = { path: 'n', value: value as unknown as number }
  for (const check of [fieldGreaterThan, fieldLessThan]) {
    expect(() => check.evaluate(params, evidence(result({ n: 2 })))).toThrow(AuthoringDefect)
  }
})
