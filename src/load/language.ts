import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from './package-root.ts'

/** Places of a storyboard whose keys the format fixes. */
export type Level =
  | 'storyboard'
  | 'prerequisites'
  | 'phase'
  | 'step'
  | 'validation'
  | 'context_output'
  | 'context_input'

/** What the storyboard language of this release consists of, as schemas/storyboard.schema.json states it. */
export interface Language {
  /** Kinds of validation that this release evaluates, with the names of their parameters. */
  readonly checks: ReadonlyMap<string, readonly string[]>
  /** What each of these kinds does, in one line. */
  readonly summaries: ReadonlyMap<string, string>
  /** Official kinds that it does not evaluate. */
  readonly foreignChecks: readonly string[]
  /** The keys of each place; for validations those that every kind has. */
  readonly keys: Readonly<Record<Level, readonly string[]>>
}

interface Schema {
  readonly properties: Readonly<Record<string, Schema>>
  readonly anyOf?: readonly { readonly const?: string; readonly description?: string }[]
}

interface StoryboardSchema extends Schema {
  readonly definitions: Readonly<
    Record<'phase' | 'step' | 'validation' | 'context_output' | 'context_input', Schema>
  > & {
    readonly checks: Readonly<Record<string, Schema>>
    readonly foreign_check: { readonly anyOf: readonly { readonly const: string }[] }
  }
}

let read: Language | undefined

export function loadLanguage(): Language {
  read ??= languageOf(JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'storyboard.schema.json'), 'utf8')))
  return read
}

function languageOf(schema: StoryboardSchema): Language {
  const { checks: kinds, foreign_check, ...places } = schema.definitions
  const checks = new Map(Object.entries(kinds).map(([kind, params]) => [kind, namesIn(params)]))
  const parameters = new Set([...checks.values()].flat())
  return {
    checks,
    summaries: summariesIn(schema),
    foreignChecks: foreign_check.anyOf.map((one) => one.const),
    keys: {
      storyboard: namesIn(schema),
      prerequisites: namesIn(schema.properties.prerequisites),
      phase: namesIn(places.phase),
      step: namesIn(places.step),
      validation: namesIn(places.validation).filter((key) => !parameters.has(key)),
      context_output: namesIn(places.context_output),
      context_input: namesIn(places.context_input),
    },
  }
}

function namesIn(schema: Schema | undefined): readonly string[] {
  return Object.keys(schema?.properties ?? {})
}

function summariesIn({ definitions }: StoryboardSchema): ReadonlyMap<string, string> {
  const options = definitions.validation.properties.check?.anyOf ?? []
  return new Map(options.flatMap((one) => (one.const === undefined ? [] : [[one.const, one.description ?? '']])))
}
