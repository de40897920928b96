import type { RunReport } from '../model/run-report.ts'

/** A step that did not come out the same in every attempt. */
export interface FlakyStep {
  readonly address: string
  /** Its status in each attempt, the first one first; `absent` where it was not reached. */
  readonly statuses: readonly string[]
}

/** The steps on which the attempts of a run disagree. */
export function flakySteps(attempts: readonly RunReport[]): readonly FlakyStep[] {
  const each = attempts.map(statusesIn)
  const addresses = [...new Set(each.flatMap((statuses) => [...statuses.keys()]))]
  return addresses
    .map((address) => ({ address, statuses: each.map((statuses) => statuses.get(address) ?? 'absent') }))
    .filter(({ statuses }) => new Set(statuses).size > 1)
}

function statusesIn({ storyboards }: RunReport): ReadonlyMap<string, string> {
  const steps = storyboards.flatMap(({ phases }) => phases.flatMap((phase) => phase.steps))
  return new Map(steps.map(({ address, verdict }) => [address, verdict.status]))
}
