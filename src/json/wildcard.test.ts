import { describe, expect, it } from 'vitest'
import { AuthoringDefect, NotEvaluable } from '../errors.ts'
import type { Json } from '../model/json.ts'
import { readAll } from './wildcard.ts'

const payload = {
  products: [{ ids: ['a', 'b'] }, { ids: [] }, { other: 1 }, null, { ids: ['c', null] }],
  one: { x: 7 },
}

describe('paths with wildcards', () => {
  it.each<[string, readonly Json[]]>([
    ['products[*].ids[*]', ['a', 'b', 'c', null]],
    ['products[*].ids', [['a', 'b'], [], ['c', null]]],
    ['products[0].ids[*]', ['a', 'b']],
    ['products[*].ids[1]', ['b', null]],
    ['one.x', [7]],
    ['one[*]', []],
    ['none[*].ids', []],
    ['products[*].__proto__', []],
  ])('%s leads to %j', (path, values) => {
    expect(readAll(payload, path)).toEqual(values)
  })

  it('reads lists of lists, and a list that is the whole value', () => {
    expect(readAll([[1, 2], [3]], '[*][*]')).toEqual([1, 2, 3])
    expect(readAll(undefined, 'a[*]')).toEqual([])
  })

  it.each(['a[*', 'a[**]', 'a..b[*]', 'a[x][*]', `a[*].${'b'.repeat(1024)}`])('blames the author for %s', (path) => {
    expect(() => readAll(payload, path)).toThrow(AuthoringDefect)
  })

  it('reads 10,000 values and no more', () => {
    expect(
      readAll(
        Array.from({ length: 10_000 }, () => 1),
        '[*]',
      ),
    ).toHaveLength(10_000)
    expect(() =>
      readAll(
        Array.from({ length: 10_001 }, () => 1),
        '[*]',
      ),
    ).toThrow(NotEvaluable)
  })
})
