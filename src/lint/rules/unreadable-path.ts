import { parsePath } from '../../json/path.ts'
import type { Validation } from '../../model/storyboard.ts'
import type { Defect, Path, Rule } from '../rule.ts'
import { type PlacedStep, stepsOf, validationsOf } from '../walk.ts'

/** Kinds of checks that look at every item of a list, which a path names with [*]. */
const fanOut = new Set(['field_contains', 'field_in_context_array', 'all_fields_in_context_array'])

/** Other notations than those the runner reads leave the step blocked. */
export const unreadablePath: Rule = {
  name: 'unreadable-path',
  summary: 'A path is not written like plans[0].plan_id.',
  find({ value }, { language }) {
    return stepsOf(value).flatMap(pathsOf).flatMap(defectOf)

    function pathsOf(placed: PlacedStep): readonly WrittenPath[] {
      const { step, path } = placed
      return [
        ...validationsOf(placed)
          .filter(({ validation }) => language.checks.has(validation.check))
          .map((v) => ({ text: plainly(v.validation), path: [...v.path, 'path'] })),
        ...(step.context_outputs ?? []).map((o, i) => ({
          text: o.path,
          path: [...path, 'context_outputs', i, 'path'],
        })),
        ...(step.context_inputs ?? []).map((o, i) => ({
          text: o.inject_at,
          path: [...path, 'context_inputs', i, 'inject_at'],
        })),
      ]
    }
  },
}

function plainly({ check, path }: Validation): string | undefined {
  return fanOut.has(check) ? path?.replaceAll('[*]', '[0]') : path
}

interface WrittenPath {
  readonly text: string | undefined
  readonly path: Path
}

function defectOf({ text, path }: WrittenPath): readonly Defect[] {
  try {
    parsePath(text ?? '')
    return []
  } catch {
    return [{ path, severity: 'error', message: `"${text}" is not a path: write it like plans[0].plan_id` }]
  }
}
