import { expect, it } from 'vitest'
import { differencesBetween } from './differences.ts'

it('finds none between what is the same', () => {
  expect(differencesBetween({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toEqual([])
})

it('names each place, with what stands there', () => {
  const recorded = { same: 1, 'a/b': 1, gone: true, list: [1, 2], deep: [{ x: 'a' }], kind: null }
  const derived = { same: 1, 'a/b': 2, come: false, list: [1], deep: [{ x: 'b' }], kind: {} }
  expect(differencesBetween(recorded, derived)).toEqual([
    { pointer: '/a~1b', recorded: 1, derived: 2 },
    { pointer: '/gone', recorded: true },
    { pointer: '/list', recorded: [1, 2], derived: [1] },
    { pointer: '/deep/0/x', recorded: 'a', derived: 'b' },
    { pointer: '/kind', recorded: null, derived: {} },
    { pointer: '/come', derived: false },
  ])
})
