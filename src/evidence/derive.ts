import type { Judged } from '../judge/judge-step.ts'
import type { JsonObject } from '../model/json.ts'
import { machineReport } from '../report/json.ts'
import { type Difference, differencesBetween } from './differences.ts'
import type { HiddenEvidence } from './hidden-evidence.ts'
import { sameJson } from './journal-reader.ts'
import { type Play, type Played, playRun, type Settled } from './play-run.ts'
import type { Recorded } from './record-run.ts'
import { recordedScope } from './scope-record.ts'

/** What a record can show of its run, found out by playing it again at once. */
export interface Derivation {
  /** What cannot be derived, because something that it was judged by was hidden. */
  readonly settled: readonly Settled[]
  /** What comes out differently all the same: the record does not carry the run. */
  readonly differences: readonly Difference[]
}

/** Each round may bring steps into reach that stood on one which came out differently. */
const rounds = 20

/**
 * Plays a record as soon as it is made. What comes out differently with the secrets hidden, and the same with them, is settled:
 * it is taken from the run, and said to be. What comes out differently even with them is told as it is.
 */
export async function derive(recorded: Recorded, hidden: HiddenEvidence): Promise<Derivation> {
  const wanted = machineReport(recorded.report)
  const settled: Settled[] = []
  for (let round = 0; round < rounds; round += 1) {
    const played = await playRun({ ...playOf(recorded, hidden), settled })
    const more = unlike(recorded, hidden, played.judged)
    const differences = differencesBetween(wanted, machineReport(played.report))
    if (more.length === 0 || differences.length === 0) return { settled: needed(settled, played), differences }
    if (round === 0) {
      const open = await differencesWithSecrets(recorded, wanted)
      if (open.length > 0) return { settled: [], differences: open }
    }
    settled.push(...more)
  }
  const last = await playRun({ ...playOf(recorded, hidden), settled })
  return { settled, differences: differencesBetween(wanted, machineReport(last.report)) }
}

/** What came out differently only because it stood on something that is settled by now follows by itself. */
function needed(settled: readonly Settled[], { found }: Played): readonly Settled[] {
  return settled.filter(({ step, index, result }) => !sameJson(result, found.get(step)?.validations[index]))
}

function playOf({ prepared, manner }: Recorded, hidden: HiddenEvidence): Omit<Play, 'settled'> {
  const { journal, scope, secrets, hide } = hidden
  return {
    journal,
    prepared: { ...prepared, scope: recordedScope(scope) },
    manner: { ...mannerOf(manner), ...(manner.context && { context: hide(manner.context) }) },
    secrets,
  }
}

async function differencesWithSecrets(
  { journal, prepared, manner, secrets }: Recorded,
  wanted: JsonObject,
): Promise<readonly Difference[]> {
  const played = await playRun({ journal, prepared, manner: mannerOf(manner), secrets, settled: [] })
  return differencesBetween(wanted, machineReport(played.report))
}

/** What of the manner of a run decides what it sends and says. */
export function mannerOf({ dates, limits, testKit, seededState, context }: Recorded['manner']): Play['manner'] {
  return {
    dates,
    limits,
    ...(testKit !== undefined && { testKit }),
    ...(seededState !== undefined && { seededState }),
    ...(context !== undefined && { context }),
  }
}

/** The validations whose outcome is another than in the run. */
function unlike(
  { judged }: Recorded,
  { hide }: HiddenEvidence,
  played: ReadonlyMap<string, Judged>,
): readonly Settled[] {
  return [...judged].flatMap(([step, { validations }]) => {
    const again = played.get(step)
    if (!again) return []
    return validations.flatMap((validation, index) => {
      const result = hide(validation)
      return sameJson(result, again.validations[index]) ? [] : [{ step, index, result }]
    })
  })
}
