import type { Located } from '../model/located.ts'
import type { Requirement } from '../model/requirement.ts'
import type { Phase, Step, Storyboard } from '../model/storyboard.ts'

interface Loaded {
  readonly boards: readonly { readonly source: Located<Storyboard> }[]
  readonly requirements: readonly string[]
  readonly catalogue: ReadonlyMap<string, Requirement>
}

/** What was loaded, as it counts at one AdCP line such as 3.0: its steps, its validations, its requirements. */
export function scopeAtLine<T extends Loaded>(scope: T, line: string): T {
  const boards = scope.boards.map((board) => ({ ...board, source: forLine(board.source, line) }))
  const requirements = scope.requirements.filter((id) => isInForce(scope.catalogue.get(id) ?? {}, line))
  return { ...scope, boards, requirements }
}

/** A storyboard without the steps and validations that are limited to other lines; it still knows where each stands in its file. */
export function forLine(source: Located<Storyboard>, line: string): Located<Storyboard> {
  const { phases } = source.value
  if (!phases.some(isLimited)) return source
  const value = { ...source.value, phases: phases.map((phase) => ({ ...phase, steps: stepsAt(phase, line) })) }
  return { ...source, value, locate: (path) => source.locate(asWritten(path, phases, line)) }
}

/** True unless it is limited to other lines. */
export function isInForce({ versions }: { readonly versions?: readonly string[] }, line: string): boolean {
  return versions === undefined || versions.includes(line)
}

function isLimited({ steps }: Phase): boolean {
  return steps.some(({ versions, validations = [] }) => versions ?? validations.some((one) => one.versions))
}

function stepsAt({ steps }: Phase, line: string): readonly Step[] {
  const inForce = steps.filter((step) => isInForce(step, line))
  return inForce.map((step) =>
    step.validations ? { ...step, validations: step.validations.filter((one) => isInForce(one, line)) } : step,
  )
}

type Path = Parameters<Located<Storyboard>['locate']>[0]

/** The path in the file of what stands at this path of the limited storyboard. */
function asWritten(path: Path, phases: readonly Phase[], line: string): Path {
  const [top, at, list, index, inner, innerIndex, ...rest] = path
  const steps = phases[Number(at)]?.steps
  if (top !== 'phases' || list !== 'steps' || steps === undefined) return path
  const nth = nthInForce(steps, index, line)
  const validations = steps[Number(nth)]?.validations ?? []
  const last = inner === 'validations' ? nthInForce(validations, innerIndex, line) : innerIndex
  return [top, at, list, nth, inner, last, ...rest].filter((part) => part !== undefined)
}

function nthInForce(items: readonly Pick<Step, 'versions'>[], index: string | number | undefined, line: string) {
  const places = items.flatMap((item, place) => (isInForce(item, line) ? [place] : []))
  return typeof index === 'number' ? (places[index] ?? index) : index
}
