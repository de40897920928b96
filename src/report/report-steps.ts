import type { FailedValidation, RunReport, StepReport } from '../model/run-report.ts'
import type { Status, ValidationResult } from '../model/verdict.ts'

/** A step and the file it was written in. */
export interface LocatedStep {
  readonly file: string
  readonly step: StepReport
}

/** Where the step is written. */
export function placeOf({ file, step }: LocatedStep): string {
  return `${file}:${step.line}`
}

/** Every step of the run, in order, or those of one status. */
export function locatedSteps({ storyboards }: RunReport, status?: Status): readonly LocatedStep[] {
  const steps = storyboards.flatMap(({ file, phases }) =>
    phases.flatMap((phase) => phase.steps.map((step) => ({ file, step }))),
  )
  return status === undefined ? steps : steps.filter(({ step }) => step.verdict.status === status)
}

/** The validations that failed: `required` ones fail their step, `advisory` ones are warnings. */
export function failedValidations(
  step: StepReport,
  severity: ValidationResult['severity'],
): readonly FailedValidation[] {
  return step.validations.filter(
    (validation): validation is FailedValidation =>
      validation.outcome.status === 'failed' && validation.severity === severity,
  )
}

/** The same, where a failure of an optional step counts as a warning, as it decides no more than one. */
export function failuresCountedAs(
  severity: ValidationResult['severity'],
  step: StepReport,
): readonly FailedValidation[] {
  if (!step.optional) return failedValidations(step, severity)
  return severity === 'required' ? [] : [...failedValidations(step, 'required'), ...failedValidations(step, 'advisory')]
}

/** The items by key, in order of first appearance. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return [...groups.values()]
}
