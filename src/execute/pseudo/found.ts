import type { Json } from '../../model/json.ts'
import type { BlockedReason, ValidationResult } from '../../model/verdict.ts'

export interface FaultInWords {
  /** What should have been, in one sentence. */
  readonly description: string
  readonly message: string
  readonly expected: Json
  readonly actual: Json
  /** RFC 6901 pointer into what was looked at. */
  readonly pointer?: string
}

/** A rule of the task that holds; `check` is the name of the task. */
export function held(check: string, description: string): ValidationResult {
  return { ...named(check, description), outcome: { status: 'passed' } }
}

/** A rule that does not hold; `check` is the error mode, as the specification calls it. */
export function fault(
  mode: string,
  { description, message, expected, actual, pointer }: FaultInWords,
): ValidationResult {
  return {
    ...named(mode, description),
    outcome: { status: 'failed', message, pointer: pointer ?? null, expected, actual },
  }
}

/** A rule that could not be looked at. */
export function unproven(check: string, description: string, cause: BlockedReason, reason: string): ValidationResult {
  return { ...named(check, description), outcome: { status: 'blocked', cause, reason } }
}

function named(check: string, description: string): Omit<ValidationResult, 'outcome'> {
  return { check, description, severity: 'required', requirements: [] }
}
