import { expect, it } from 'vitest'
import { equalJson } from './equal.ts'

it.each([
  [
    { a: 1, b: [1, { c: null }] },
    { b: [1, { c: null }], a: 1 },
  ],
  [[], []],
  [null, null],
  [1, 1.0],
])('%j equals %j', (a, b) => {
  expect(equalJson(a, b)).toBe(true)
})

it.each([
  [{ a: 1 }, { a: 1, b: 2 }],
  [{ a: undefined as unknown as null }, {}],
  [
    [1, 2],
    [2, 1],
  ],
  [null, undefined],
  [{}, []],
  ['1', 1],
  [{ toString: 1 }, { valueOf: 1 }],
])('%j differs from %j', (a, b) => {
  expect(equalJson(a, b)).toBe(false)
})
