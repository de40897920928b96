import { AuthoringError } from '../errors.ts'
import type { Requirement } from '../model/requirement.ts'
import { asAuthored } from './authored.ts'
import { readYaml } from './yaml-file.ts'

/**
 * Reads one catalogue of requirements, in the order of the file.
 * @throws AuthoringError at file:line:column, also when an id stands twice
 * @throws UsageError when there is no such file
 */
export async function loadRequirements(file: string): Promise<readonly Requirement[]> {
  const source = await asAuthored<{ requirements: readonly Requirement[] }>(await readYaml(file), 'requirement')
  const { requirements } = source.value
  const ids = requirements.map(({ id }) => id)
  const repeated = ids.findIndex((id, i) => ids.indexOf(id) < i)
  if (repeated < 0) return requirements
  const message = `the requirement "${ids[repeated]}" stands twice; give each its own id`
  throw new AuthoringError([{ file, ...source.locate(['requirements', repeated, 'id']), message }])
}
