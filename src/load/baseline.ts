import { stringify } from 'yaml'
import { AuthoringError } from '../errors.ts'
import type { Baseline } from '../model/baseline.ts'
import type { Located } from '../model/located.ts'
import { asAuthored } from './authored.ts'
import { readYaml } from './yaml-file.ts'

/**
 * Reads a baseline. Each failure in it must have been accepted by somebody, for a reason.
 * @throws AuthoringError at file:line:column
 * @throws UsageError when there is no such file
 */
export async function loadBaseline(file: string): Promise<Located<Baseline>> {
  const baseline = await asAuthored<Baseline>(await readYaml(file), 'baseline')
  const problems = baseline.value.expected.flatMap((entry, index) =>
    emptyIn(entry).map((name) => ({
      file,
      ...baseline.locate(['expected', index, name]),
      message: `${name} is empty: say ${words[name]}`,
    })),
  )
  if (problems.length > 0) throw new AuthoringError(problems)
  return baseline
}

const words = { reason: 'why this failure is accepted for now', owner: 'who mends it' } as const

function emptyIn(entry: Readonly<Record<keyof typeof words, string>>): readonly (keyof typeof words)[] {
  return (['reason', 'owner'] as const).filter((name) => entry[name].trim() === '')
}

/** A baseline as text to be edited. */
export function baselineText(baseline: Baseline): string {
  return `# Failures that are expected for a while. Give each a reason and an owner: without them the file is refused.\n${stringify(baseline, { lineWidth: 0 })}`
}
