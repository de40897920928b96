import { join } from 'node:path'
import { AuthoringError } from '../errors.ts'
import type { Located } from '../model/located.ts'
import { packageRoot } from './package-root.ts'
import { schemaProblems } from './schema-problems.ts'
import { importValidator } from './validator.ts'

/** The formats that authors write, with the word that messages use for the whole file. */
const nouns = {
  storyboard: 'the storyboard',
  'test-kit': 'the test kit',
  profile: 'the profile',
  requirement: 'the catalogue',
  position: 'the list of positions',
  config: 'the configuration',
  baseline: 'the baseline',
} as const

const mostProblems = 20

/**
 * Accepts what was read as an authored file of this format.
 * @throws AuthoringError that lists each broken rule at its place, the first twenty at most
 */
export async function asAuthored<T>(source: Located<unknown>, format: keyof typeof nouns): Promise<Located<T>> {
  if (source.value === null)
    throw new AuthoringError([
      { file: source.file, line: 1, column: 1, message: `the file is empty; write ${nouns[format]} into it` },
    ])
  const validate = await importValidator(join(packageRoot(), 'dist', 'validators', `${format}.mjs`), 'validate')
  const problems = schemaProblems(validate(source.value), source, nouns[format])
  if (problems.length > 0) throw new AuthoringError(problems.slice(0, mostProblems))
  return source as Located<T>
}
