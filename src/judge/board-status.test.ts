import { expect, it } from 'vitest'
import type { StepReport } from '../model/run-report.ts'
import type { Status, StepVerdict } from '../model/verdict.ts'
import { boardStatus } from './board-status.ts'
import { runVerdict } from './run-verdict.ts'

const step = (status: Status, optional?: true) => ({
  verdict: { status, reason: 'not_applicable', detail: 'd' } as StepVerdict,
  ...(optional && { optional }),
})

it.each<[Status, ReturnType<typeof step>[]]>([
  ['failed', [step('passed'), step('failed')]],
  ['passed', [step('passed'), step('failed', true)]],
  ['passed', [step('passed'), step('blocked', true)]],
  ['errored', [step('passed'), step('errored', true)]],
  ['passed', [step('not_applicable'), step('passed', true)]],
  ['blocked', [step('not_applicable'), step('failed', true)]],
  ['blocked', [step('blocked', true)]],
  ['blocked', [step('passed', true), step('blocked')]],
  ['not_applicable', [step('not_applicable', true)]],
  ['not_applicable', []],
])('is %s for %j', (status, steps) => {
  expect(boardStatus(steps)).toBe(status)
})

it('what an optional step came to does not decide over the run', () => {
  const run = (...steps: ReturnType<typeof step>[]) =>
    runVerdict({ steps: steps as unknown as readonly StepReport[], requirements: [] }).status
  expect(run(step('passed'), step('failed', true), step('blocked', true))).toBe('conformant')
  expect(run(step('passed'), step('failed'))).toBe('nonconformant')
  expect(run(step('failed', true))).toBe('incomplete')
  expect(run(step('passed'), step('errored', true))).toBe('error')
})
