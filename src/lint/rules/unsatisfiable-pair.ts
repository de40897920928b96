import { equalJson } from '../../json/equal.ts'
import type { Json } from '../../model/json.ts'
import type { Validation } from '../../model/storyboard.ts'
import type { Defect, Rule } from '../rule.ts'
import { type PlacedStep, type PlacedValidation, stepsOf, validationsOf } from '../walk.ts'

export const unsatisfiablePair: Rule = {
  name: 'unsatisfiable-pair',
  summary: 'Two validations of one step cannot both hold.',
  find: ({ value }) => stepsOf(value).flatMap(contradictionsIn),
}

function contradictionsIn(placed: PlacedStep): readonly Defect[] {
  const required = validationsOf(placed).filter(({ validation }) => validation.severity !== 'advisory')
  return required.flatMap((later, i) => {
    const earlier = required.slice(0, i).find((one) => contradict(one.validation, later.validation))
    return earlier ? [defectOf(earlier, later)] : []
  })
}

function defectOf({ validation: a }: PlacedValidation, { validation: b, path }: PlacedValidation): Defect {
  const message = `no reply satisfies both ${inWords(a)} and ${inWords(b)} at ${b.path}`
  return { path, severity: 'error', message }
}

function inWords(validation: Validation): string {
  const values = expectedBy(validation)
  return values ? `${validation.check} ${JSON.stringify(values)}` : validation.check
}

function contradict(a: Validation, b: Validation): boolean {
  if (a.path === undefined || a.path !== b.path) return false
  return contradictInOrder(a, b) || contradictInOrder(b, a)
}

function contradictInOrder(a: Validation, b: Validation): boolean {
  if (a.check === 'field_absent') return isPresence(b)
  // A runner may read a field_value without a value as "must be undefined"; with any reading one of the two is wrong.
  if (a.check === 'field_present') return b.check === 'field_value' && !expectedBy(b)
  return a.check === 'field_value' && b.check === 'field_value' && disjoint(expectedBy(a), expectedBy(b))
}

function isPresence(validation: Validation): boolean {
  return (
    validation.check === 'field_present' || (validation.check === 'field_value' && expectedBy(validation) !== undefined)
  )
}

function expectedBy({ value, allowed_values }: Validation): readonly Json[] | undefined {
  if (Array.isArray(allowed_values)) return allowed_values as readonly Json[]
  return value === undefined ? undefined : [value]
}

function disjoint(a: readonly Json[] | undefined, b: readonly Json[] | undefined): boolean {
  if (!a || !b || [...a, ...b].some(isPlaceholder)) return false
  return !a.some((one) => b.some((other) => equalJson(one, other)))
}

function isPlaceholder(value: Json): boolean {
  return typeof value === 'string' && /\$(context|test_kit|generate)\b|\{\{/.test(value)
}
