import type { Defect, LintContext, Rule } from '../rule.ts'
import { type PlacedValidation, stepsOf, validationsOf } from '../walk.ts'

/** A step with such a validation can only end blocked. */
export const unknownCheck: Rule = {
  name: 'unknown-check',
  summary: 'A validation has a kind that this release does not evaluate.',
  find: ({ value }, context) =>
    stepsOf(value)
      .flatMap(validationsOf)
      .flatMap((placed) => defectOf(placed, context)),
}

function defectOf({ validation: { check }, path }: PlacedValidation, context: LintContext): readonly Defect[] {
  const { checks, foreignChecks } = context.language
  if (checks.has(check)) return []
  const at = [...path, 'check']
  if (foreignChecks.includes(check))
    return [
      { path: at, severity: 'warning', message: `this release does not evaluate ${check}: the step ends blocked` },
    ]
  const hint = context.didYouMean(check, checks.keys())
  return [{ path: at, severity: 'error', message: `there is no check "${check}": the step ends blocked${hint}` }]
}
