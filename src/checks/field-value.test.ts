import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import type { Json } from '../model/json.ts'
import { enveloped, evidence, noResult, result } from './evidence.fixture.ts'
import { fieldValue } from './field-value.ts'

describe('field_value', () => {
  it.each<[Json, Json]>([
    ['active', 'active'],
    [0, 0],
    [false, false],
    [null, null],
    ['', ''],
    [[], []],
    [
      { a: 1, b: [2] },
      { b: [2], a: 1 },
    ],
  ])('passes when %j is expected and %j is there', (value, x) => {
    expect(fieldValue.evaluate({ path: 'x', value }, evidence(result({ x })))).toEqual({ status: 'passed' })
  })

  it.each<[Json, Json]>([
    ['1', 1],
    [0, false],
    [null, ''],
    [[], {}],
    [{ a: 1 }, { a: 1, b: 2 }],
    [
      [1, 2],
      [2, 1],
    ],
    ['active', 'Active'],
    ['active', 'active '],
  ])('fails when %j is expected and %j is there', (value, x) => {
    expect(fieldValue.evaluate({ path: 'x', value }, evidence(result({ x })))).toEqual({
      status: 'failed',
      message: 'x is not what was expected',
      pointer: '/x',
      expected: value,
      actual: x,
    })
  })

  it('fails when the field is absent, even where null is expected', () => {
    expect(fieldValue.evaluate({ path: 'x', value: null }, evidence(result({})))).toEqual({
      status: 'failed',
      message: 'x is missing',
      pointer: '/x',
      expected: null,
      actual: null,
    })
  })

  it('takes any of the allowed values', () => {
    const params = { path: 'x', allowed_values: ['a', 'b'] }
    expect(fieldValue.evaluate(params, evidence(result({ x: 'b' })))).toEqual({ status: 'passed' })
    expect(fieldValue.evaluate(params, evidence(result({ x: ['a', 'b'] })))).toEqual({
      status: 'failed',
      message: 'x is not what was expected',
      pointer: '/x',
      expected: ['a', 'b'],
      actual: ['a', 'b'],
    })
  })

  it.each([{ path: 'x' }, { path: 'x', allowed_values: [] }])(
    'never passes without a value to compare: %j',
    (params) => {
      for (const payload of [{}, { x: null }, { x: 1 }]) {
        expect(() => fieldValue.evaluate(params, evidence(result(payload)))).toThrow(AuthoringDefect)
      }
    },
  )

  it.each(noResult)('fails when the agent answered $words', ({ reply, words, pointer }) => {
    expect(fieldValue.evaluate({ path: 'x', value: 1 }, evidence(reply))).toEqual({
      status: 'failed',
      message: `x is missing; the agent answered ${words}`,
      pointer: pointer === null ? null : '/x',
      expected: 1,
      actual: null,
    })
  })

  it('reads the payload of an envelope, whose own status is the task status', () => {
    const reply = enveloped({ status: 'denied' })
    expect(fieldValue.evaluate({ path: 'status', value: 'denied' }, evidence(reply))).toEqual({ status: 'passed' })
    expect(fieldValue.evaluate({ path: 'status', value: 'completed' }, evidence(reply))).toMatchObject({
      status: 'failed',
      actual: 'denied',
    })
  })

  it('does not expand what the agent wrote', () => {
    const reply = result({ x: '$test_kit.brand' })
    expect(fieldValue.evaluate({ path: 'x', value: '$test_kit.brand' }, evidence(reply))).toEqual({ status: 'passed' })
  })
})
