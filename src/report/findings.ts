import type { FailedValidation, RequirementReport, RunReport } from '../model/run-report.ts'
import type { ValidationResult } from '../model/verdict.ts'
import { failuresCountedAs, groupBy, type LocatedStep, locatedSteps } from './report-steps.ts'

/** A validation that does not hold, and the step it stands in. */
export interface Finding extends LocatedStep {
  readonly validation: FailedValidation
}

/** What breaks one requirement; or, without an id, one thing that breaks none, in all the steps that show it. */
export interface FindingGroup {
  readonly id?: string
  /** The requirement as the report has it; absent when it is not in the scope. */
  readonly row?: RequirementReport
  /** Never empty; the first is told in full. */
  readonly findings: readonly Finding[]
}

/** Every failed validation of one severity: first by the requirements it breaks, then those that break none, by their words. */
export function findingGroups(report: RunReport, severity: ValidationResult['severity']): readonly FindingGroup[] {
  const findings = findingsOf(report, severity)
  const rows = new Map(report.requirements.map((row) => [row.id, row]))
  const broken = findings.flatMap((finding) => finding.validation.requirements.map((id) => ({ id, finding })))
  return [
    ...groupBy(broken, ({ id }) => id).flatMap((group) => groupOf(group, rows)),
    ...groupBy(findings.filter(breaksNone), words).map((group) => ({ findings: group })),
  ]
}

function findingsOf(report: RunReport, severity: ValidationResult['severity']): readonly Finding[] {
  return locatedSteps(report).flatMap((located) =>
    failuresCountedAs(severity, located.step).map((validation) => ({ ...located, validation })),
  )
}

interface Broken {
  readonly id: string
  readonly finding: Finding
}

function groupOf(group: readonly Broken[], rows: ReadonlyMap<string, RequirementReport>): readonly FindingGroup[] {
  const [first] = group
  if (!first) return []
  const row = rows.get(first.id)
  return [{ id: first.id, ...(row ? { row } : {}), findings: group.map(({ finding }) => finding) }]
}

function breaksNone({ validation }: Finding): boolean {
  return validation.requirements.length === 0
}

function words({ validation: { check, outcome } }: Finding): string {
  return JSON.stringify([check, outcome.message])
}
