import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import type { Json } from '../model/json.ts'
import { evidence, noResult, result } from './evidence.fixture.ts'
import { fieldGreaterThan, fieldLessThan } from './field-order.ts'

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

it.each([null, '1', undefined, []])('blames the author for the bound %j instead of coercing it', (value) => {
  const params = { path: 'n', value: value as unknown as number }
  for (const check of [fieldGreaterThan, fieldLessThan]) {
    expect(() => check.evaluate(params, evidence(result({ n: 2 })))).toThrow(AuthoringDefect)
  }
})
