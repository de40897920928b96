import { expect, it } from 'vitest'
import type { Requirement } from '../model/requirement.ts'
import type { FailedValidation, RequirementReport, StepReport } from '../model/run-report.ts'
import type { StepVerdict, ValidationResult } from '../model/verdict.ts'
import { requirementVerdicts } from './requirement-verdicts.ts'

type Outcome = ValidationResult['outcome']

const passed: Outcome = { status: 'passed' }
const failed: Outcome = { status: 'failed', message: 'it is wrong', pointer: '/a', expected: 1, actual: 2 }
const blocked: Outcome = { status: 'blocked', cause: 'unknown_check', reason: 'unknown check' }
const errored: Outcome = { status: 'errored', message: 'the check broke' }
const none: Outcome = { status: 'not_applicable', note: 'an error reply' }

const gated = { status: 'not_applicable', reason: 'not_applicable', detail: 'no governance claimed' } as const
const held: StepVerdict = { status: 'blocked', reason: 'prerequisite_failed', detail: 'it stands on a/b/c' }

/** The failed validation as its step reports it. */
const failedAt = (address: string) => step(address, { status: 'failed' }, failed).validations[0] as FailedValidation

function step(address: string, verdict: StepVerdict, ...outcomes: Outcome[]): StepReport {
  return {
    address,
    storyboard: 'b',
    phase: 'p',
    id: address,
    title: address,
    task: 't',
    line: 1,
    verdict,
    validations: outcomes.map((outcome) => ({
      check: 'field_present',
      description: 'd',
      severity: 'required',
      requirements: ['R1'],
      outcome,
    })),
    changes: [],
    captured: [],
    durationMs: 0,
  }
}

const known: Requirement = {
  id: 'R1',
  role: 'governance_agent',
  level: 'MUST',
  statement: 'agents must',
  source: 'spec',
  versions: ['3.0'],
  observe: ['single_call'],
  remediation: 'do it',
}

function verdictOf(...steps: StepReport[]) {
  const [report] = requirementVerdicts(['R1'], steps, new Map([['R1', known]]))
  return { status: report?.status, reason: report?.reason }
}

it('carries what the catalogue says, and the steps that name it, once each', () => {
  const steps = [step('s1', { status: 'passed' }, passed, passed), step('s2', { status: 'passed' }, passed)]
  expect(requirementVerdicts(['R1'], steps, new Map([['R1', known]]))).toEqual([
    {
      id: 'R1',
      level: 'MUST',
      statement: 'agents must',
      status: 'satisfied',
      remediation: 'do it',
      source: 'spec',
      steps: ['s1', 's2'],
    },
  ])
})

it('gives one verdict to each id in scope and none to others', () => {
  const reports = requirementVerdicts(['R2', 'R1'], [step('s1', { status: 'passed' }, passed)], new Map())
  expect(reports).toEqual([
    {
      id: 'R2',
      level: 'unknown',
      statement: 'not in the catalogue of this release',
      status: 'not_exercised',
      reason: 'no storyboard of this run grades it',
      unblock: 'run a storyboard that grades it; `explain R2` names them',
      steps: [],
    },
    {
      id: 'R1',
      level: 'unknown',
      statement: 'not in the catalogue of this release',
      status: 'satisfied',
      steps: ['s1'],
    },
  ])
})

it.each<[string, StepReport[], string, string | undefined]>([
  ['everything passed', [step('s1', { status: 'passed' }, passed, none)], 'satisfied', undefined],
  [
    'its validation passed in a step that failed for another reason',
    [step('s1', { status: 'failed' }, passed)],
    'satisfied',
    undefined,
  ],
  [
    'one failed among passed, blocked and errored ones',
    [
      step('s1', { status: 'passed' }, passed),
      step('s2', held, blocked),
      step('s3', { status: 'errored', detail: 'x' }, errored),
      step('s4', { status: 'failed' }, failed),
    ],
    'violated',
    'it is wrong',
  ],
  [
    'one was blocked among passed ones',
    [step('s1', { status: 'passed' }, passed), step('s2', held, blocked)],
    'not_exercised',
    'it stands on a/b/c',
  ],
  [
    'one could not be evaluated in a step that was sent',
    [step('s1', { status: 'failed' }, passed, blocked)],
    'not_exercised',
    'unknown check',
  ],
  ['one broke', [step('s1', { status: 'errored', detail: 'x' }, passed, errored)], 'not_exercised', 'the check broke'],
  [
    'none applied to the reply',
    [step('s1', { status: 'passed' }, none)],
    'not_exercised',
    'no validation that names it applied to what the agent answered: an error reply',
  ],
  [
    'every step is gated',
    [step('s1', gated, blocked), step('s2', gated, blocked)],
    'not_applicable',
    'no governance claimed',
  ],
  [
    'some steps are gated and the others passed',
    [step('s1', gated, blocked), step('s2', { status: 'passed' }, passed)],
    'satisfied',
    undefined,
  ],
  [
    'some steps are gated and the others blocked',
    [step('s1', gated, blocked), step('s2', held, blocked)],
    'not_exercised',
    'it stands on a/b/c',
  ],
  ['no step names it', [step('s1', { status: 'passed' })], 'not_exercised', 'no storyboard of this run grades it'],
  ['there are no steps', [], 'not_exercised', 'no storyboard of this run grades it'],
])('when %s', (_when, steps, status, reason) => {
  expect(verdictOf(...steps)).toEqual({ status, reason })
})

const evidence = { pointer: '/specialisms', value: [] }
const explained = 'answer so that the rule comes into play; `explain R1` shows what its steps ask for'

it.each<[string, StepReport[], Partial<RequirementReport>]>([
  [
    'one that is violated rests on its first failure, and names all',
    [
      step('s1', { status: 'passed' }, passed),
      step('s2', { status: 'failed' }, failed, failed),
      step('s3', { status: 'failed' }, failed),
    ],
    { status: 'violated', reason: 'it is wrong', decidedBy: 's2', violatedIn: ['s2', 's3'], violation: failedAt('s2') },
  ],
  [
    'one that was blocked says what would unblock it',
    [step('s1', { status: 'passed' }, passed), step('s2', held, blocked)],
    { status: 'not_exercised', reason: 'it stands on a/b/c', decidedBy: 's2', unblock: 'mend the step it stands on' },
  ],
  [
    'a validation of its own that was blocked says so itself',
    [step('s1', { status: 'passed' }, blocked)],
    {
      status: 'not_exercised',
      reason: 'unknown check',
      decidedBy: 's1',
      unblock: 'use a release of this tool that knows the check',
    },
  ],
  [
    'a fault of ours is not for the agent to mend',
    [step('s1', { status: 'errored', detail: 'x' }, errored)],
    {
      status: 'not_exercised',
      reason: 'the check broke',
      decidedBy: 's1',
      unblock: 'report the fault to whoever maintains this tool or the storyboard',
    },
  ],
  [
    'one that never came into play says how it would',
    [step('s1', { status: 'passed' }, none)],
    {
      status: 'not_exercised',
      reason: 'no validation that names it applied to what the agent answered: an error reply',
      decidedBy: 's1',
      unblock: explained,
    },
  ],
  [
    'one that does not apply shows the capability that says so',
    [step('s1', { ...gated, evidence }, blocked)],
    { status: 'not_applicable', reason: 'no governance claimed', decidedBy: 's1', evidence },
  ],
])('%s', (_what, steps, expected) => {
  const [row] = requirementVerdicts(['R1'], steps, new Map())
  expect(row).toEqual({
    id: 'R1',
    level: 'unknown',
    statement: 'not in the catalogue of this release',
    steps: steps.map(({ address }) => address),
    ...expected,
  })
})

it('lets a warning violate a SHOULD and nothing else', () => {
  const warned = step('s1', { status: 'passed' }, failed, passed)
  const steps = [
    { ...warned, validations: warned.validations.map((one) => ({ ...one, severity: 'advisory' as const })) },
  ]
  const statusAt = (level: Requirement['level']) =>
    requirementVerdicts(['R1'], steps, new Map([['R1', { ...known, level }]])).map(({ status }) => status)
  expect([statusAt('SHOULD'), statusAt('MUST')]).toEqual([['violated'], ['not_exercised']])
})

it('is not decided by an optional step that did not pass', () => {
  const optional = { ...step('s2', { status: 'failed' }, failed), optional: true as const }
  expect(verdictOf(step('s1', { status: 'passed' }, passed), optional)).toEqual({
    status: 'satisfied',
    reason: undefined,
  })
})

it('is not confused by ids that look like prototypes', () => {
  const [report] = requirementVerdicts(['__proto__'], [step('s1', { status: 'passed' }, passed)], new Map())
  expect(report).toMatchObject({ id: '__proto__', status: 'not_exercised', steps: [] })
})
