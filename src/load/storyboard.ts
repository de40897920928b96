import { AuthoringError } from '../errors.ts'
import type { Located } from '../model/located.ts'
import type { Phase, Storyboard } from '../model/storyboard.ts'
import { asAuthored } from './authored.ts'
import { repeatedIds } from './repeated-ids.ts'
import { readYaml } from './yaml-file.ts'

/**
 * Reads one storyboard. Unknown keys and check kinds are kept: a newer storyboard must load.
 * @throws AuthoringError at file:line:column for what cannot be run as written
 * @throws UsageError when there is no such file
 */
export async function loadStoryboard(file: string): Promise<Located<Storyboard>> {
  const source = await asAuthored<Storyboard>(await readYaml(file), 'storyboard')
  const phases = source.value.phases.map(withSteps)
  const problems = repeatedIds(source, phases)
  if (problems.length > 0) throw new AuthoringError(problems)
  return { ...source, value: { ...source.value, phases } }
}

/** A phase may leave its steps to the runner (the signature vectors do): it then has none here. */
function withSteps(phase: Phase | Omit<Phase, 'steps'>): Phase {
  return 'steps' in phase ? phase : { ...phase, steps: [] }
}
