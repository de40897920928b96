import type { LoadedScope } from '../load/scope.ts'
import type { Located } from '../model/located.ts'
import type { NotSelected } from '../model/plan.ts'
import type { Requirement } from '../model/requirement.ts'
import type { RunScope } from '../model/run-report.ts'
import type { Storyboard } from '../model/storyboard.ts'
import type { Family, LoadedBoard } from '../model/suite.ts'
import type { TestKit } from '../model/test-kit.ts'

/** What a run was about, as JSON: the storyboards as they were graded, the kits, the requirements. */
export interface ScopeRecord {
  readonly scope: RunScope
  readonly boards: readonly BoardRecord[]
  /** Test kits by file. */
  readonly kits: Readonly<Record<string, TestKit>>
  /** Ids of what must be accounted for. */
  readonly requirements: readonly string[]
  readonly catalogue: readonly Requirement[]
  readonly notSelected: readonly NotSelected[]
  readonly families?: readonly Family[]
}

export interface BoardRecord {
  readonly file: string
  readonly storyboard: Storyboard
  /** Lines of the file by path in the storyboard, as JSON text. */
  readonly lines: Readonly<Record<string, number>>
  /** The file of its test kit. */
  readonly kit?: string
  readonly family?: Family
  readonly selectedBy?: 'claims' | 'scenarios'
  readonly unresolved?: readonly string[]
}

export function scopeRecord({ boards, catalogue, ...rest }: LoadedScope): ScopeRecord {
  const kits = boards.flatMap(({ kit }) => (kit ? [[kit.file, kit.value] as const] : []))
  return {
    ...rest,
    boards: boards.map(boardRecord),
    kits: Object.fromEntries(kits),
    catalogue: [...catalogue.values()],
  }
}

/** The way back; places that were not noted are those of what stands around them. */
export function recordedScope({ boards, kits, catalogue, ...rest }: ScopeRecord): LoadedScope {
  return {
    ...rest,
    boards: boards.map((board) => loadedBoard(board, kits)),
    catalogue: new Map(catalogue.map((requirement) => [requirement.id, requirement])),
  }
}

function boardRecord({ source, kit, ...rest }: LoadedBoard): BoardRecord {
  const lines = pathsOf(source.value).map((path) => [JSON.stringify(path), source.locate(path).line] as const)
  return {
    ...rest,
    file: source.file,
    storyboard: source.value,
    lines: Object.fromEntries(lines),
    ...(kit && { kit: kit.file }),
  }
}

type Path = readonly (string | number)[]

/** Where reports point to: each step, each fixture. */
function pathsOf({ phases, fixtures = {} }: Storyboard): readonly Path[] {
  const steps = phases.flatMap(({ steps }, phase) => steps.map((_, step) => ['phases', phase, 'steps', step]))
  const seeds = Object.entries(fixtures).flatMap(([kind, list]) => list.map((_, index) => ['fixtures', kind, index]))
  return [[], ...steps, ...seeds]
}

function loadedBoard({ file, storyboard, lines, kit, ...rest }: BoardRecord, kits: ScopeRecord['kits']): LoadedBoard {
  const value = kit === undefined ? undefined : kits[kit]
  return {
    ...rest,
    source: { file, value: storyboard, locate: (path) => ({ line: lineOf(path, lines), column: 1 }) },
    kit: kit === undefined || value === undefined ? undefined : locatedKit(kit, value),
  }
}

function lineOf(path: Path, lines: BoardRecord['lines']): number {
  for (let end = path.length; end >= 0; end -= 1) {
    const line = lines[JSON.stringify(path.slice(0, end))]
    if (line !== undefined) return line
  }
  return 1
}

function locatedKit(file: string, value: TestKit): Located<TestKit> {
  return { file, value, locate: () => ({ line: 1, column: 1 }) }
}
