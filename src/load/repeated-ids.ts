import type { AuthoringProblem } from '../errors.ts'
import type { Located } from '../model/located.ts'
import type { Phase } from '../model/storyboard.ts'

interface Named {
  readonly id: string
  readonly path: readonly (string | number)[]
}

/** Phases, and steps of one storyboard, must be told apart by their ids: placeholders and checks refer to them. */
export function repeatedIds(source: Located<unknown>, phases: readonly Phase[]): readonly AuthoringProblem[] {
  const phaseIds = phases.map(({ id }, i): Named => ({ id, path: ['phases', i, 'id'] }))
  const stepIds = phases.flatMap(({ steps }, i) =>
    steps.map(({ id }, j): Named => ({ id, path: ['phases', i, 'steps', j, 'id'] })),
  )
  return [...repeated(phaseIds, 'phase', source), ...repeated(stepIds, 'step', source)]
}

function repeated(all: readonly Named[], noun: string, source: Located<unknown>): readonly AuthoringProblem[] {
  const first = new Map<string, Named>()
  return all.flatMap((named) => {
    const earlier = first.get(named.id)
    if (!earlier) first.set(named.id, named)
    if (!earlier) return []
    const { line } = source.locate(earlier.path)
    const message = `the ${noun} id "${named.id}" is already used in line ${line}; give each ${noun} its own`
    return [{ file: source.file, ...source.locate(named.path), message }]
  })
}
