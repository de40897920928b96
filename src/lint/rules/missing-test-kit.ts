import { readPath } from '../../json/path.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Storyboard } from '../../model/storyboard.ts'
import type { Defect, KitLookup, Path, Rule } from '../rule.ts'
import { placeholderTextsOf, stepsOf } from '../walk.ts'

export const missingTestKit: Rule = {
  name: 'missing-test-kit',
  summary: 'The test kit, or a value that is drawn from it, is not there.',
  find({ value }, { kit }) {
    if (kit.status === 'missing')
      return [{ path: ['prerequisites', 'test_kit'], severity: 'error', message: kit.message }]
    return usesOf(value).flatMap((use) => defectOf(use, kit))
  },
}

interface Use {
  readonly path: Path
  readonly wanted: string
}

/** A task that the kit names may have a default; then nothing is missing. */
function usesOf(board: Storyboard): readonly Use[] {
  return stepsOf(board).flatMap((placed) => {
    const { step, path } = placed
    const task = step.task_default === undefined ? [{ text: step.task, path: [...path, 'task'] }] : []
    return [...task, ...placeholderTextsOf(placed)].flatMap(({ text, path: at }) =>
      [...text.matchAll(/\$test_kit\.([\w-]+(?:\.[\w-]+|\[\d+\])*)/g)].map((match) => ({
        path: at,
        wanted: match[1] ?? '',
      })),
    )
  })
}

function defectOf({ path, wanted }: Use, kit: Exclude<KitLookup, { status: 'missing' }>): readonly Defect[] {
  if (kit.status === 'none_named')
    return [
      { path, severity: 'error', message: `$test_kit.${wanted} has no value: prerequisites.test_kit names no kit` },
    ]
  const value = readPath(kit.kit as JsonObject, wanted)
  if (value !== undefined && value !== null) return []
  return [
    {
      path,
      severity: 'error',
      message: `$test_kit.${wanted} has no value: the test kit "${kit.kit.id}" does not have it`,
    },
  ]
}
