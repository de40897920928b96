import { expect, it } from 'vitest'
import { holdsJson } from './subset.ts'

it.each([
  [{ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3 } }],
  [[1, 2, { a: 1, b: 2 }], [{ a: 1 }]],
  ['x', 'x'],
  [{ a: [] }, { a: [] }],
])('%j holds %j', (whole, part) => expect(holdsJson(whole, part)).toBe(true))

it.each([
  [{ a: 1 }, { a: 1, b: 2 }],
  [{ a: 1 }, { a: '1' }],
  [[{ a: 1 }, { b: 2 }], [{ a: 1, b: 2 }]],
  [undefined, null],
  ['xy', 'x'],
  [{}, []],
])('%j does not hold %j', (whole, part) => expect(holdsJson(whole, part)).toBe(false))
