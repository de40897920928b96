import { expect, it } from 'vitest'
import { table } from './table.ts'

it('aligns all columns but the last', () => {
  expect(
    table([
      ['a', '12 steps', 'One'],
      ['広告', '1 step', ''],
      ['abcdef', '', 'three\u001b[2J'],
    ]),
  ).toBe('a        12 steps   One\n広告     1 step\nabcdef              three\\u001b[2J\n')
})

it('of nothing is nothing', () => {
  expect(table([])).toBe('')
})
