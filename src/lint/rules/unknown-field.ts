import type { Level } from '../../load/language.ts'
import type { Storyboard } from '../../model/storyboard.ts'
import type { Defect, LintContext, Path, Rule } from '../rule.ts'
import { type PlacedStep, type PlacedValidation, stepsOf, validationsOf } from '../walk.ts'

/** A key that nothing reads: the storyboard tests less than it seems to. */
export const unknownField: Rule = {
  name: 'unknown-field',
  summary: 'A key is not part of the storyboard language, or not a parameter of its check.',
  find({ value }, context) {
    const places = [...fixedPlaces(value), ...stepsOf(value).flatMap(placesOfStep)]
    return [
      ...places.flatMap((place) => unknownKeys(place, context)),
      ...stepsOf(value)
        .flatMap(validationsOf)
        .flatMap((placed) => unreadParameters(placed, context)),
    ]
  },
}

interface Place {
  readonly level: Level
  readonly value: object
  readonly path: Path
}

function fixedPlaces(board: Storyboard): readonly Place[] {
  return [
    { level: 'storyboard', value: board, path: [] },
    { level: 'prerequisites', value: board.prerequisites ?? {}, path: ['prerequisites'] },
    ...board.phases.map((value, i): Place => ({ level: 'phase', value, path: ['phases', i] })),
  ]
}

function placesOfStep({ step, path }: PlacedStep): readonly Place[] {
  const outputs = (step.context_outputs ?? []).map(
    (value, i): Place => ({ level: 'context_output', value, path: [...path, 'context_outputs', i] }),
  )
  const inputs = (step.context_inputs ?? []).map(
    (value, i): Place => ({ level: 'context_input', value, path: [...path, 'context_inputs', i] }),
  )
  return [{ level: 'step', value: step, path }, ...outputs, ...inputs]
}

/** A slip of the pen is an error; a key that resembles none may belong to a later version of the language. */
function unknownKeys({ level, value, path }: Place, { language, didYouMean }: LintContext): readonly Defect[] {
  const known = language.keys[level]
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const hint = didYouMean(key, known)
      const severity = hint === '' ? 'warning' : 'error'
      return {
        path: [...path, key],
        severity,
        message: `nothing reads "${key}" in a ${level.replace('_', ' ')}${hint}`,
      }
    })
}

/** A parameter that the check does not read makes the validation weaker than it looks. */
function unreadParameters(placed: PlacedValidation, { language, didYouMean }: LintContext): readonly Defect[] {
  const { validation, path } = placed
  const parameters = language.checks.get(validation.check)
  if (!parameters) return []
  const known = [...language.keys.validation, ...parameters]
  return Object.keys(validation)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      path: [...path, key],
      severity: 'error',
      message: `${validation.check} does not read "${key}"${didYouMean(key, known)}`,
    }))
}
