import type { Language } from '../load/language.ts'
import type { Located } from '../model/located.ts'
import type { CompiledSchema, TaskSchemas } from '../model/schema-set.ts'
import type { Storyboard } from '../model/storyboard.ts'
import type { TestKit } from '../model/test-kit.ts'

/** Something an author should look at. */
export interface Finding {
  readonly file: string
  readonly line: number
  readonly column: number
  /** Name of the rule, as `explain` and the documentation have it. */
  readonly rule: string
  /** `error`: the storyboard does not test what it says. `warning`: it may be meant. */
  readonly severity: 'error' | 'warning'
  readonly message: string
}

export type Path = readonly (string | number)[]

/** A finding before it has a place in a file. */
export interface Defect {
  readonly path: Path
  readonly severity: Finding['severity']
  readonly message: string
}

/** Looks for one kind of mistake; pure. */
export interface Rule {
  readonly name: string
  /** One line for the documentation. */
  readonly summary: string
  find(board: Located<Storyboard>, context: LintContext): readonly Defect[]
}

/** What was found when the test kit that a storyboard names was looked for. */
export type KitLookup =
  | { readonly status: 'none_named' }
  | { readonly status: 'found'; readonly kit: TestKit }
  | { readonly status: 'missing'; readonly message: string }

/** All that rules may know besides the storyboard; nothing is read while they run. */
export interface LintContext {
  readonly language: Language
  /** The AdCP release that samples are held against. */
  readonly release: string
  task(name: string): TaskSchemas | undefined
  /** A schema of that release that the storyboard refers to, by path; undefined when there is none. */
  schema(ref: string): CompiledSchema | undefined
  readonly kit: KitLookup
  /** Ids of all known requirements. */
  readonly requirements: ReadonlySet<string>
  /** Milliseconds since the epoch. */
  readonly now: number
  /** `; did you mean "x"?`, or nothing. */
  didYouMean(wanted: string, all: Iterable<string>): string
}
