import type { RunReport } from '../model/run-report.ts'
import type { ValidationResult } from '../model/verdict.ts'

/** A validation that did not hold. */
export interface Failure {
  /** Address of its step. */
  readonly address: string
  readonly severity: ValidationResult['severity']
  readonly requirements: readonly string[]
  /** What was wrong, as the report says it. */
  readonly message: string
}

/** Every validation of a run that failed, advisory ones among them. */
export function failedIn(report: RunReport): readonly Failure[] {
  return report.storyboards
    .flatMap(({ phases }) => phases.flatMap(({ steps }) => steps))
    .flatMap(({ address, validations }) =>
      validations.flatMap(({ check, outcome, severity, requirements }) =>
        outcome.status === 'failed'
          ? [{ address, severity, requirements, message: `${check}: ${outcome.message}` }]
          : [],
      ),
    )
}
