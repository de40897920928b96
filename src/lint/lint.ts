import type { Located } from '../model/located.ts'
import type { CompiledSchema, SchemaSet } from '../model/schema-set.ts'
import type { Storyboard } from '../model/storyboard.ts'
import { lintStoryboard } from './lint-storyboard.ts'
import type { Finding, LintContext } from './rule.ts'
import { schemaRefsOf } from './schema-refs.ts'

export type { Finding, KitLookup } from './rule.ts'

/** What lint needs from disk, read by the caller. */
export type LintSources = Pick<LintContext, 'language' | 'kit' | 'requirements' | 'now' | 'didYouMean'> & {
  readonly schemas: SchemaSet
}

/** Loads the schemas that a storyboard refers to, then looks for mistakes in it. */
export async function lint(
  board: Located<Storyboard>,
  { schemas, ...known }: LintSources,
): Promise<readonly Finding[]> {
  const loaded = new Map<string, CompiledSchema>()
  for (const ref of schemaRefsOf(board.value, schemas)) {
    const schema = await schemas.load(ref)
    if (schema) loaded.set(ref, schema)
  }
  return lintStoryboard(board, {
    ...known,
    release: schemas.release,
    task: (name) => schemas.task(name),
    schema: (ref) => loaded.get(ref),
  })
}
