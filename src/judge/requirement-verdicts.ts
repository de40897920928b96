import type { Requirement } from '../model/requirement.ts'
import type { RequirementReport, StepReport } from '../model/run-report.ts'
import type { RequirementStatus, ValidationResult } from '../model/verdict.ts'

interface Grading {
  readonly step: StepReport
  readonly validation: ValidationResult
}

/**
 * One verdict for each requirement that is in scope, from the validations that name it.
 * Violated by one failure; satisfied only when every validation that names it was evaluated and none failed.
 */
export function requirementVerdicts(
  ids: readonly string[],
  steps: readonly StepReport[],
  catalogue: ReadonlyMap<string, Requirement>,
): readonly RequirementReport[] {
  const gradings = groupByRequirement(steps)
  return ids.map((id) => requirementVerdict(id, gradings.get(id) ?? [], catalogue.get(id)))
}

function groupByRequirement(steps: readonly StepReport[]): ReadonlyMap<string, readonly Grading[]> {
  const groups = new Map<string, Grading[]>()
  for (const step of steps) {
    for (const validation of step.validations) {
      for (const id of validation.requirements) groups.set(id, [...(groups.get(id) ?? []), { step, validation }])
    }
  }
  return groups
}

function requirementVerdict(
  id: string,
  gradings: readonly Grading[],
  known: Requirement | undefined,
): RequirementReport {
  const { status, reason } = statusOf(known?.level === 'SHOULD' ? gradings : gradings.filter(decides))
  return {
    id,
    level: known?.level ?? 'unknown',
    statement: known?.statement ?? 'not in the catalogue of this release',
    status,
    ...(reason === undefined ? {} : { reason }),
    ...(known?.remediation === undefined ? {} : { remediation: known.remediation }),
    ...(known === undefined ? {} : { source: known.source }),
    ...(known?.url === undefined ? {} : { url: known.url }),
    steps: [...new Set(gradings.map(({ step }) => step.address))],
  }
}

/** An advisory failure is a warning; it violates no more than a SHOULD. */
function decides({ validation }: Grading): boolean {
  return validation.severity === 'required'
}

function statusOf(gradings: readonly Grading[]): { status: RequirementStatus; reason?: string } {
  const failed = gradings.find(({ validation }) => validation.outcome.status === 'failed')
  if (failed?.validation.outcome.status === 'failed')
    return { status: 'violated', reason: `${failed.step.address}: ${failed.validation.outcome.message}` }
  const live = gradings.filter(({ step }) => step.verdict.status !== 'not_applicable')
  if (live.length === 0 && gradings.length > 0) return { status: 'not_applicable', reason: whyNotApplicable(gradings) }
  const open = live.find(
    ({ validation }) => validation.outcome.status === 'blocked' || validation.outcome.status === 'errored',
  )
  if (open) return { status: 'not_exercised', reason: `${open.step.address}: ${whyOpen(open)}` }
  if (live.some(({ validation }) => validation.outcome.status === 'passed')) return { status: 'satisfied' }
  return {
    status: 'not_exercised',
    reason:
      gradings.length === 0
        ? 'no storyboard of this run grades it'
        : 'no validation that names it applied to what the agent answered',
  }
}

function whyNotApplicable([first]: readonly Grading[]): string {
  return first?.step.verdict.status === 'not_applicable' ? first.step.verdict.detail : ''
}

function whyOpen({ step, validation }: Grading): string {
  if (step.verdict.status === 'blocked') return step.verdict.detail
  const { outcome } = validation
  if (outcome.status === 'blocked') return outcome.reason
  return outcome.status === 'errored' ? outcome.message : ''
}
