import { AuthoringError } from '../errors.ts'
import type { Located } from '../model/located.ts'
import type { Phase, Storyboard } from '../model/storyboard.ts'
import { asAuthored } from './authored.ts'
import { instancesOf } from './instances.ts'
import { repeatedIds } from './repeated-ids.ts'
import { readYaml } from './yaml-file.ts'

/**
 * Reads the storyboards of one file: one, or one for each of its `instances`. Unknown keys and check kinds are kept: a newer
 * storyboard must load.
 * @throws AuthoringError at file:line:column for what cannot be run as written
 * @throws UsageError when there is no such file
 */
export async function loadStoryboards(file: string): Promise<readonly Located<Storyboard>[]> {
  return await Promise.all(instancesOf(await readYaml(file)).map(accepted))
}

async function accepted(source: Located<unknown>): Promise<Located<Storyboard>> {
  const { file, locate, value } = await asAuthored<Storyboard & { readonly instances?: unknown }>(source, 'storyboard')
  const { instances: _, ...storyboard } = value
  const phases = storyboard.phases.map(withSteps)
  const problems = repeatedIds(source, phases)
  if (problems.length > 0) throw new AuthoringError(problems)
  return { file, locate, value: { ...storyboard, phases } }
}

/** A phase may leave its steps to the runner (the signature vectors do): it then has none here. */
function withSteps(phase: Phase | Omit<Phase, 'steps'>): Phase {
  return 'steps' in phase ? phase : { ...phase, steps: [] }
}
