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
    ['no requirement is in scope', steps('passed'), [], 'conformant', proven],
    [
      'a SHOULD is violated or was not exercised',
      steps('passed'),
      [...requirements('SHOULD', 'violated', 'not_exercised'), ...requirements('MUST NOT', 'satisfied')],
      'conformant',
      'every MUST in scope is satisfied; of the SHOULDs 1 violated, 1 not exercised',
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
      '1 step could not be graded: the tool or a storyboard is at fault',
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
    ['requirements are satisfied by no step', steps(), requirements('MUST', 'satisfied'), 'incomplete', nothing],
  ])('when %s', (_when, ran, required, status, reason) => {
    expect(runVerdict({ steps: ran, requirements: required })).toEqual({ status, reason })
  })
})

describe('an optional step', () => {
  const optional = (...statuses: Status[]) => steps(...statuses).map((one) => ({ ...one, optional: true as const }))
  const satisfied = requirements('MUST', 'satisfied')

  it('that failed or was blocked is told, and decides nothing', () => {
    const ran = [...steps('passed'), ...optional('failed', 'blocked', 'passed')]
    expect(runVerdict({ steps: ran, requirements: satisfied })).toEqual({
      status: 'conformant',
      reason: `${proven}; 2 optional steps did not pass, which decides nothing`,
    })
  })

  it('is no excuse for one that is not', () => {
    const ran = [...steps('passed', 'failed'), ...optional('failed')]
    expect(runVerdict({ steps: ran, requirements: satisfied }).reason).toBe(
      '1 step failed, 0 requirements are violated',
    )
  })

  it('proves nothing when it failed', () => {
    expect(runVerdict({ steps: optional('failed'), requirements: [] }).status).toBe('incomplete')
  })

  it('voids the run when it errored', () => {
    expect(runVerdict({ steps: optional('errored'), requirements: [] }).status).toBe('error')
  })
})

describe('what does not apply', () => {
  const evidence = { pointer: '/adcp/idempotency/supported', value: false }
  const lost = (reason: string, ...ids: string[]): RequirementReport[] =>
    ids.map((id) => ({ id, level: 'MUST', statement: 's', status: 'not_applicable', reason, evidence, steps: [] }))
  const claims = lost('the agent claims nothing', 'A')
  const loss = { reason: 'the agent claims nothing', evidence, requirements: ['A'] }

  it('is lost scope of a conformant agent, and not progress', () => {
    const rows = [...requirements('MUST', 'satisfied'), ...claims]
    expect(runVerdict({ steps: steps('passed', 'not_applicable'), requirements: rows })).toEqual({
      status: 'conformant',
      reason:
        '1 of 2 requirements apply; every requirement in scope is accounted for, and none is violated; lost scope: 1 of 2 not applicable, because the agent claims nothing',
      lostScope: [loss],
    })
  })

  it('is told by reason, the one that took most first, whatever the verdict', () => {
    const rows = [...requirements('MUST', 'violated'), ...claims, ...lost('it says no', 'B', 'C')]
    expect(runVerdict({ steps: steps('failed'), requirements: rows })).toEqual({
      status: 'nonconformant',
      reason:
        '1 step failed, 1 requirement is violated; lost scope: 3 of 4 not applicable, because it says no, and 1 more reason',
      lostScope: [{ reason: 'it says no', evidence, requirements: ['B', 'C'] }, loss],
    })
  })

  it.each([
    ['nothing applies', steps('not_applicable'), claims],
    ['steps passed and no requirement applies', steps('passed', 'not_applicable'), claims],
    ['only a SHOULD is satisfied', steps('passed'), [...requirements('SHOULD', 'satisfied'), ...claims]],
  ])('proves nothing when %s', (_when, ran, rows) => {
    const { status, reason, lostScope } = runVerdict({ steps: ran, requirements: rows })
    const why = `${nothing}; lost scope: 1 of ${rows.length} not applicable, because the agent claims nothing`
    expect({ status, reason, lostScope }).toEqual({ status: 'incomplete', reason: why, lostScope: [loss] })
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
      '1 step could not be graded: the tool or a storyboard is at fault',
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
