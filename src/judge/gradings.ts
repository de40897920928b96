import type { StepReport } from '../model/run-report.ts'
import type { ValidationResult } from '../model/verdict.ts'

/** A validation that names a requirement, and the step it stands in. */
export interface Grading {
  readonly step: StepReport
  readonly validation: ValidationResult
}

/** The validations that name each requirement, in the order of the run. */
export function gradingsByRequirement(steps: readonly StepReport[]): ReadonlyMap<string, readonly Grading[]> {
  const groups = new Map<string, Grading[]>()
  for (const step of steps)
    for (const validation of step.validations)
      for (const id of validation.requirements) {
        const group = groups.get(id)
        if (group) group.push({ step, validation })
        else groups.set(id, [{ step, validation }])
      }
  return groups
}
