import { AuthoringError } from '../errors.ts'
import type { Located } from '../model/located.ts'
import type { TestKit } from '../model/test-kit.ts'
import { asAuthored } from './authored.ts'
import { brokenRelations } from './kit-relations.ts'
import { readYaml } from './yaml-file.ts'

/**
 * Reads one test kit.
 * @throws AuthoringError at file:line:column, also when its amounts and dates do not stand in the relations that storyboards count on
 * @throws UsageError when there is no such file
 */
export async function loadTestKit(file: string): Promise<Located<TestKit>> {
  const source = await asAuthored<TestKit>(await readYaml(file), 'test-kit')
  const problems = brokenRelations(source)
  if (problems.length > 0) throw new AuthoringError(problems)
  return source
}
