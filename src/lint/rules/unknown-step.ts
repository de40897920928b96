import type { Json } from '../../model/json.ts'
import type { Defect, LintContext, Path, Rule } from '../rule.ts'
import { type PlacedStep, placeholderTextsOf, stepsOf, validationsOf } from '../walk.ts'

export const unknownStep: Rule = {
  name: 'unknown-step',
  summary: 'A step refers to a step that does not come before it.',
  find({ value }, context) {
    const ids = stepsOf(value).map(({ step }) => step.id)
    return stepsOf(value).flatMap((placed, order) =>
      referencesOf(placed).flatMap((reference) => defectOf(reference, order, ids, context)),
    )
  },
}

interface Reference {
  readonly id: string
  readonly path: Path
}

/** The parameters of checks that name an earlier step. */
const stepParameters = ['checked_by', 'at_time_of', 'synced_by', 'declared_in', 'same_as', 'differs_from'] as const

function referencesOf(placed: PlacedStep): readonly Reference[] {
  const { step, path } = placed
  const inText = placeholderTextsOf(placed).flatMap(({ text, path: at }) =>
    [...text.matchAll(/\{\{\s*prior_step\.([\w-]+)\./g)].map((match) => ({ id: match[1], path: at })),
  )
  const { triggered_by } = step as typeof step & { readonly triggered_by?: Json }
  const named = [
    { id: step.gov_adjust_from, path: [...path, 'gov_adjust_from'] },
    { id: triggered_by, path: [...path, 'triggered_by'] },
    ...validationsOf(placed).flatMap(({ validation, path: at }) =>
      stepParameters.map((name) => ({ id: validation[name], path: [...at, name] })),
    ),
  ]
  return [...inText, ...named].filter((reference): reference is Reference => typeof reference.id === 'string')
}

function defectOf(
  { id, path }: Reference,
  order: number,
  ids: readonly string[],
  { didYouMean }: LintContext,
): readonly Defect[] {
  const at = ids.indexOf(id)
  if (at >= 0 && at < order) return []
  const why =
    at < 0 ? `there is no step "${id}"${didYouMean(id, ids)}` : `the step "${id}" does not run before this one`
  return [{ path, severity: 'error', message: why }]
}
