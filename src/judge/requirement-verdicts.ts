import type { Requirement } from '../model/requirement.ts'
import type { RequirementReport, StepReport } from '../model/run-report.ts'
import { decides } from './board-status.ts'
import { gradingsByRequirement } from './gradings.ts'
import { statusOf } from './requirement-status.ts'

/**
 * One verdict for each requirement that is in scope, from the validations that name it.
 * Violated by one failure; satisfied only when every validation that names it was evaluated and none failed.
 */
export function requirementVerdicts(
  ids: readonly string[],
  steps: readonly StepReport[],
  catalogue: ReadonlyMap<string, Requirement>,
): readonly RequirementReport[] {
  const gradings = gradingsByRequirement(steps.filter(decides))
  return ids.map((id) => {
    const known = catalogue.get(id)
    const naming = gradings.get(id) ?? []
    const deciding = known?.level === 'SHOULD' ? naming : naming.filter(({ validation }) => isRequired(validation))
    return {
      id,
      level: known?.level ?? 'unknown',
      statement: known?.statement ?? 'not in the catalogue of this release',
      ...statusOf(deciding, id),
      ...(known?.remediation === undefined ? {} : { remediation: known.remediation }),
      ...(known === undefined ? {} : { source: known.source }),
      ...(known?.url === undefined ? {} : { url: known.url }),
      steps: [...new Set(naming.map(({ step }) => step.address))],
    }
  })
}

/** An advisory failure is a warning; it violates no more than a SHOULD. */
function isRequired({ severity }: StepReport['validations'][number]): boolean {
  return severity === 'required'
}
