import type { ValidationResult } from '../model/verdict.ts'
import { type Judged, verdictOf } from './judge-step.ts'

const worstFirst = ['errored', 'failed', 'blocked', 'passed', 'not_applicable'] as const

/**
 * The replies to one step that was sent several times, each graded by the same validations in the same order: for each validation
 * its worst result. @throws Error when there is none
 */
export function worstOf([first, ...rest]: readonly Judged[]): Judged {
  if (!first) throw new Error('a step was graded without a reply')
  if (rest.length === 0) return first
  const validations = first.validations.map((one, at) =>
    rest.flatMap((judged) => judged.validations[at] ?? []).reduce(worse, one),
  )
  return { verdict: verdictOf(validations), validations }
}

function worse(a: ValidationResult, b: ValidationResult): ValidationResult {
  return rank(b) < rank(a) ? b : a
}

function rank({ outcome }: ValidationResult): number {
  return worstFirst.indexOf(outcome.status)
}
