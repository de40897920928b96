import { describe, expect, it } from 'vitest'
import type { RequirementReport, StepReport } from '../model/run-report.ts'
import type { RequirementStatus, Status, StepVerdict } from '../model/verdict.ts'
import { runVerdict } from './run-verdict.ts'

const verdicts: Record<Status, StepVerdict> = {
  passed: { status: 'passed' },
  failed: { status: 'failed' },
  blocked: { status: 'blocked', reason: 'prerequisite_failed', detail: 'x' },
  not_applicable: { status: 'not_applicable', reason: 'not_applicable', detail: 'x' },
  errored: { status: 'errored', detail: 'x' },
}

const steps = (...statuses: Status[]): StepReport[] =>
  statuses.map((status, i) => ({
    address: `b/p/${i}`,
    storyboard: 'b',
    phase: 'p',
    id: `${i}`,
    title: `${i}`,
    task: 't',
    line: 1,
    verdict: verdicts[status],
    validations: [],
    changes: [],
    captured: [],
    durationMs: 0,
  }))

const requirements = (level: RequirementReport['level'], ...statuses: RequirementStatus[]): RequirementReport[] =>
  statuses.map((status, i) => ({ id: `R${i}`, level, statement: 's', status, steps: [] }))

const proven = 'every requirement in scope is accounted for, and none is violated'
const nothing = 'nothing was proven: no requirement applied to this agent'

type Row = [string, StepReport[], RequirementReport[], string, string]

describe('a run that finished', () => {
  it.each<Row>([
    ['all passed', steps('passed'), requirements('MUST', 'satisfied'), 'conformant', proven],
    [
      'some do not apply',
      steps('passed', 'not_applicable'),
      requirements('MUST', 'satisfied', 'not_applicable'),
      'conformant',
      proven,
    ],
    ['no requirement is in scope', steps('passed'), [], 'conformant', proven],
    [
      'a SHOULD is violated or was not exercised',
      steps('passed'),
      [...requirements('SHOULD', 'violated', 'not_exercised'), ...requirements('MUST NOT', 'satisfied')],
      'conformant',
      proven,
    ],
    [
      'a step failed',
      steps('passed', 'failed', 'blocked'),
      requirements('MUST', 'satisfied'),
      'nonconformant',
      '1 step failed, 0 requirements are violated',
    ],
    [
      'requirements are violated',
      steps('failed', 'failed'),
      requirements('SCH', 'violated'),
      'nonconformant',
      '2 steps failed, 1 requirement is violated',
    ],
    [
      'a requirement is violated though no step failed',
      steps('passed'),
      requirements('unknown', 'violated'),
      'nonconformant',
      '0 steps failed, 1 requirement is violated',
    ],
    [
      'a step errored, whatever failed beside it',
      steps('errored', 'failed', 'passed'),
      requirements('MUST', 'violated'),
      'error',
      '1 steps could not be graded: the tool or a storyboard is at fault',
    ],
    [
      'a step was blocked',
      steps('passed', 'blocked'),
      requirements('MUST', 'satisfied'),
      'incomplete',
      '1 step was blocked, 0 requirements were not exercised',
    ],
    [
      'a requirement was not exercised',
      steps('passed'),
      requirements('MUST*', 'satisfied', 'not_exercised'),
      'incomplete',
      '0 steps were blocked, 1 requirement was not exercised',
    ],
    ['nothing ran', steps(), [], 'incomplete', nothing],
    ['nothing applies', steps('not_applicable'), requirements('MUST', 'not_applicable'), 'incomplete', nothing],
    [
      'steps passed and no requirement applies',
      steps('passed', 'not_applicable'),
      requirements('MUST', 'not_applicable'),
      'incomplete',
      nothing,
    ],
    [
      'steps passed and only a SHOULD is satisfied',
      steps('passed'),
      [...requirements('SHOULD', 'satisfied'), ...requirements('MUST', 'not_applicable')],
      'incomplete',
      nothing,
    ],
    ['requirements are satisfied by no step', steps(), requirements('MUST', 'satisfied'), 'incomplete', nothing],
  ])('when %s', (_when, ran, required, status, reason) => {
    expect(runVerdict({ steps: ran, requirements: required })).toEqual({ status, reason })
  })
})

describe('a run that was ended from outside', () => {
  it.each<Row>([
    [
      'all that ran passed',
      steps('passed'),
      requirements('MUST', 'satisfied'),
      'incomplete',
      'the run was ended before it had finished',
    ],
    [
      'the rest was blocked',
      steps('passed', 'blocked'),
      requirements('MUST', 'not_exercised'),
      'incomplete',
      'the run was ended before it had finished',
    ],
    ['nothing ran', [], [], 'incomplete', 'the run was ended before it had finished'],
    [
      'something had failed',
      steps('failed', 'blocked'),
      [],
      'nonconformant',
      '1 step failed, 0 requirements are violated',
    ],
    [
      'something had errored',
      steps('errored', 'failed'),
      [],
      'error',
      '1 steps could not be graded: the tool or a storyboard is at fault',
    ],
  ])('says so when %s', (_when, ran, required, status, reason) => {
    for (const stopped of ['deadline', 'SIGINT', 'SIGTERM'] as const) {
      expect(runVerdict({ steps: ran, requirements: required, stopped })).toEqual({ status, reason, stopped })
    }
  })
})

it('is conformant for no mix of steps but passed and not applicable ones', () => {
  const all: Status[] = ['errored', 'failed', 'blocked', 'passed', 'not_applicable']
  const mixes = Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((_status, i) => bits & (1 << i)))
  const conformant = mixes.filter(
    (mix) => runVerdict({ steps: steps(...mix), requirements: [] }).status === 'conformant',
  )
  expect(conformant).toEqual([['passed'], ['passed', 'not_applicable']])
})
