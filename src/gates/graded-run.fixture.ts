import type { RequirementReport, RunReport, StepReport } from '../model/run-report.ts'
import type { StepVerdict, ValidationResult } from '../model/verdict.ts'
import { noCounts, step, validation } from '../report/report-parts.fixture.ts'
import { richReport } from '../report/rich-report.fixture.ts'

export const failed = { status: 'failed', message: 'wrong', pointer: null, expected: 1, actual: 2 } as const
const blockedOutcome = { status: 'blocked', cause: 'prerequisite_failed', reason: 'no state' } as const
const blockedVerdict = { status: 'blocked', reason: 'prerequisite_failed', detail: 'no state' } as const

export function failingStep(id: string, requirements: readonly string[], parts: Partial<StepReport> = {}): StepReport {
  return gradedStep(id, { status: 'failed' }, { check: 'field_value', requirements, outcome: failed }, parts)
}

export function blockedStep(id: string, requirements: readonly string[]): StepReport {
  return gradedStep(id, blockedVerdict, { check: 'field_value', requirements, outcome: blockedOutcome })
}

export function passingStep(id: string, requirements: readonly string[] = []): StepReport {
  return gradedStep(id, { status: 'passed' }, { check: 'field_value', requirements, outcome: { status: 'passed' } })
}

type Parts = Pick<ValidationResult, 'check' | 'requirements' | 'outcome'>

function gradedStep(id: string, verdict: StepVerdict, parts: Parts, more: Partial<StepReport> = {}): StepReport {
  return step('board', 'phase', id, { title: id, line: 1, verdict, validations: [validation(parts)], ...more })
}

/** The row of a requirement, decided in these steps. */
export function row(
  id: string,
  status: RequirementReport['status'],
  steps: readonly string[],
  parts: Partial<RequirementReport> = {},
): RequirementReport {
  const addresses = steps.map((one) => `board/phase/${one}`)
  return { id, level: 'MUST', statement: id, status, steps: addresses, ...parts }
}

/** A report of a profile with these steps and requirements. */
export function graded(
  status: RunReport['verdict']['status'],
  steps: readonly StepReport[],
  requirements: readonly RequirementReport[] = [],
): RunReport {
  const rich = richReport()
  const phase = { id: 'phase', title: 'phase', status: 'passed' as const, steps }
  const having = (one: string) => requirements.filter((requirement) => requirement.status === one).length
  const counts = noCounts()
  const rows = {
    satisfied: having('satisfied'),
    violated: having('violated'),
    not_exercised: having('not_exercised'),
    not_applicable: having('not_applicable'),
  }
  const blocked = steps.filter(({ verdict }) => verdict.status === 'blocked').length
  return {
    ...rich,
    scope: { kind: 'profile', id: 'governance-agent@3.0', title: 'All', digest: 'd' },
    verdict: { status, reason: 'because' },
    storyboards: [{ id: 'board', title: 'board', file: 'board.yaml', status: 'passed', phases: [phase] }],
    requirements,
    counts: { ...counts, steps: { ...counts.steps, blocked }, requirements: { ...rows, must: rows, should: rows } },
  }
}
