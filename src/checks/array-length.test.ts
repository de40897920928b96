import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import type { Json } from '../model/json.ts'
import { arrayLength } from './array-length.ts'
import { evidence, noResult, result } from './evidence.fixture.ts'

const grade = (a: Json, bounds: object) => arrayLength.evaluate({ path: 'a', ...bounds }, evidence(result({ a })))

describe('array_length', () => {
  it.each<[Json, object]>([
    [[1, null], { value: 2 }],
    [[], { value: 0 }],
    [[1], { min: 1 }],
    [[], { max: 1 }],
    [[1, 2], { min: 1, max: 2 }],
  ])('passes for %j with %j', (a, bounds) => expect(grade(a, bounds)).toEqual({ status: 'passed' }))

  it.each<[Json, object, object]>([
    [[1], { value: 2 }, { min: 2, max: 2 }],
    [[1, 2, 3], { value: 2 }, { min: 2, max: 2 }],
    [[], { min: 1 }, { min: 1 }],
    [[1, 2], { max: 1 }, { max: 1 }],
  ])('fails for %j with %j', (a, bounds, expected) => {
    const length = (a as Json[]).length
    expect(grade(a, bounds)).toEqual({
      status: 'failed',
      message: `a has ${length} items`,
      pointer: '/a',
      expected,
      actual: length,
    })
  })

  it.each<Json>([null, 'ab', 2, { length: 2 }, { 0: 1, 1: 2 }])('fails for %j, which is no list', (a) => {
    expect(grade(a, { max: 9 })).toEqual({
      status: 'failed',
      message: 'a is no list',
      pointer: '/a',
      expected: { max: 9 },
      actual: a,
    })
  })

  it('fails for a field that is missing, even when no item is wanted', () => {
    expect(arrayLength.evaluate({ path: 'a', value: 0 }, evidence(result({})))).toMatchObject({
      message: 'a is missing',
    })
  })

  it.each(noResult)('fails when the agent answered $words', ({ reply }) => {
    expect(arrayLength.evaluate({ path: 'a', min: 0 }, evidence(reply))).toMatchObject({ status: 'failed' })
  })

  it('blames the author who gives no bound', () => {
    expect(() => grade([], {})).toThrow(AuthoringDefect)
  })
})
