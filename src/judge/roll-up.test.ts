import { expect, it } from 'vitest'
import type { Status } from '../model/verdict.ts'
import { rollUp, worstFirst } from './roll-up.ts'

it('lists the worst first', () => {
  expect(worstFirst).toEqual(['errored', 'failed', 'blocked', 'passed', 'not_applicable'])
})

it.each(worstFirst.flatMap((worse, i) => worstFirst.slice(i).map((better) => [worse, better] as const)))(
  'of %s and %s takes the first, in either order',
  (worse, better) => {
    expect(rollUp([worse, better])).toBe(worse)
    expect(rollUp([better, worse])).toBe(worse)
  },
)

it.each<[Status[], Status]>([
  [['passed', 'passed'], 'passed'],
  [['not_applicable', 'passed', 'not_applicable'], 'passed'],
  [['passed', 'blocked', 'not_applicable'], 'blocked'],
  [['passed', 'errored', 'failed'], 'errored'],
])('%j is %s', (children, status) => {
  expect(rollUp(children)).toBe(status)
})

it('never makes a pass out of no children', () => {
  expect(rollUp([])).toBe('not_applicable')
})
