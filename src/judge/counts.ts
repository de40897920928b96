import type {
  RequirementCounts,
  RequirementReport,
  RunCounts,
  StepReport,
  StoryboardReport,
} from '../model/run-report.ts'
import type { RequirementStatus, Status } from '../model/verdict.ts'
import { worstFirst } from './roll-up.ts'

const requirementStatuses = [
  'satisfied',
  'violated',
  'not_exercised',
  'not_applicable',
] as const satisfies readonly RequirementStatus[]

export function countAll(
  storyboards: readonly StoryboardReport[],
  steps: readonly StepReport[],
  requirements: readonly RequirementReport[],
): RunCounts {
  const exchanges = steps.flatMap(({ exchange, alsoSent = [] }) => [...(exchange ? [exchange] : []), ...alsoSent])
  return {
    storyboards: tally<Status>(
      worstFirst,
      storyboards.map(({ status }) => status),
    ),
    steps: tally<Status>(
      worstFirst,
      steps.map(({ verdict }) => verdict.status),
    ),
    validations: countValidations(steps),
    requirements: countRequirements(requirements),
    calls: exchanges.length,
    httpRequests: exchanges.reduce((sum, { http }) => sum + http.length, 0),
  }
}

/** A requirement whose level is not known counts among those that decide. */
function countRequirements(requirements: readonly RequirementReport[]): RequirementCounts {
  const tallied = (rows: readonly RequirementReport[]) =>
    tally<RequirementStatus>(
      requirementStatuses,
      rows.map(({ status }) => status),
    )
  return {
    ...tallied(requirements),
    must: tallied(requirements.filter(({ level }) => level !== 'SHOULD')),
    should: tallied(requirements.filter(({ level }) => level === 'SHOULD')),
  }
}

function countValidations(steps: readonly StepReport[]): RunCounts['validations'] {
  const all = steps.flatMap(({ validations }) => validations)
  const failures = all.filter(({ outcome }) => outcome.status === 'failed')
  const passed = all.filter(({ outcome }) => outcome.status === 'passed').length
  const warnings = failures.filter(({ severity }) => severity === 'advisory').length
  return { passed, failed: failures.length - warnings, warnings, other: all.length - passed - failures.length }
}

function tally<Name extends string>(names: readonly Name[], values: readonly Name[]): Record<Name, number> {
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>
  for (const value of values) counts[value] += 1
  return counts
}
