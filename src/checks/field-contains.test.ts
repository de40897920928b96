import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import type { Json } from '../model/json.ts'
import { evidence, noResult, result } from './evidence.fixture.ts'
import { fieldContains } from './field-contains.ts'

describe('field_contains', () => {
  it.each<[Json, Json]>([
    ['a', ['b', 'a']],
    [{ id: 1 }, [{ id: 2 }, { id: 1, more: true }]],
    [null, [1, null]],
    [false, [false]],
    ['a', 'a'],
    [{ id: 1 }, { id: 1, more: true }],
  ])('finds %j in %j', (value, x) => {
    expect(fieldContains.evaluate({ path: 'x', value }, evidence(result({ x })))).toEqual({ status: 'passed' })
  })

  it.each<[Json, Json]>([
    ['a', []],
    ['a', ['ab', ['a'], { a: 'a' }]],
    ['a', 'abc'],
    [{ id: 1, more: true }, [{ id: 1 }]],
    [{ toString: 1 }, [{}]],
    [1, ['1', true]],
    [0, [null, false, '']],
    ['a', null],
  ])('does not find %j in %j', (value, x) => {
    expect(fieldContains.evaluate({ path: 'x', value }, evidence(result({ x })))).toEqual({
      status: 'failed',
      message: 'x does not contain what was expected',
      pointer: '/x',
      expected: value,
      actual: x,
    })
  })

  it('reads all values that a path with wildcards leads to', () => {
    const reply = result({
      products: [{ actions: [{ action: 'a', modes: ['x', 'y'], more: 1 }] }, { actions: [] }, {}],
    })
    const grade = (value: Json) => fieldContains.evaluate({ path: 'products[*].actions[*]', value }, evidence(reply))
    expect(grade({ modes: ['y'], action: 'a' })).toEqual({ status: 'passed' })
    expect(grade({ action: 'b' })).toEqual({
      status: 'failed',
      message: 'products[*].actions[*] does not contain what was expected',
      pointer: '/products',
      expected: { action: 'b' },
      actual: [{ action: 'a', modes: ['x', 'y'], more: 1 }],
    })
    expect(fieldContains.evaluate({ path: 'none[*].x', value: 1 }, evidence(reply))).toMatchObject({
      message: 'none[*].x is missing',
      actual: [],
    })
  })

  it('is satisfied by one of the allowed values', () => {
    const params = { path: 'x', allowed_values: ['a', 'b'] }
    expect(fieldContains.evaluate(params, evidence(result({ x: ['c', 'b'] })))).toEqual({ status: 'passed' })
    expect(fieldContains.evaluate(params, evidence(result({ x: ['c'] })))).toMatchObject({ expected: ['a', 'b'] })
  })

  it('does not find null where nothing is', () => {
    expect(fieldContains.evaluate({ path: 'x', value: null }, evidence(result({})))).toEqual({
      status: 'failed',
      message: 'x is missing',
      pointer: '/x',
      expected: null,
      actual: null,
    })
  })

  it.each([{ path: 'x' }, { path: 'x', allowed_values: [] }])('never passes without a value to find: %j', (params) => {
    expect(() => fieldContains.evaluate(params, evidence(result({ x: [1] })))).toThrow(AuthoringDefect)
  })

  it.each(noResult)('fails when the agent answered $words', ({ reply, words, pointer }) => {
    expect(fieldContains.evaluate({ path: 'x', value: 1 }, evidence(reply))).toEqual({
      status: 'failed',
      message: `x is missing; the agent answered ${words}`,
      pointer: pointer === null ? null : '/x',
      expected: 1,
      actual: null,
    })
  })
})
