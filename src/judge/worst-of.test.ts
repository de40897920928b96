import { expect, it } from 'vitest'
import type { ValidationResult } from '../model/verdict.ts'
import { worstOf } from './worst-of.ts'

const outcomes = {
  passed: { status: 'passed' },
  failed: { status: 'failed', message: 'm', pointer: '', expected: 1, actual: 2 },
  blocked: { status: 'blocked', cause: 'unknown_check', reason: 'r' },
  not_applicable: { status: 'not_applicable', note: 'n' },
  errored: { status: 'errored', message: 'broke' },
} as const

const judged = (...statuses: (keyof typeof outcomes)[]) => ({
  verdict: { status: 'passed' } as const,
  validations: statuses.map(
    (status, at): ValidationResult => ({
      check: `c${at}`,
      description: 'd',
      severity: 'required',
      requirements: [],
      outcome: outcomes[status],
    }),
  ),
})

it('takes the worst result of each validation, and the verdict that follows', () => {
  const worst = worstOf([
    judged('passed', 'not_applicable', 'passed'),
    judged('failed', 'passed', 'blocked'),
    judged('errored', 'passed', 'passed'),
  ])
  expect(worst.validations.map(({ check, outcome }) => [check, outcome.status])).toEqual([
    ['c0', 'errored'],
    ['c1', 'passed'],
    ['c2', 'blocked'],
  ])
  expect(worst.verdict).toEqual({ status: 'errored', detail: 'broke' })
})

it('is the only one there is', () => {
  const one = judged('passed')
  expect(worstOf([one])).toBe(one)
  expect(() => worstOf([])).toThrow('without a reply')
})
