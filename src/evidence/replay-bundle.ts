import type { LoadedScope } from '../load/scope.ts'
import type { JsonObject } from '../model/json.ts'
import type { LoadedBoard } from '../model/suite.ts'
import { machineReport } from '../report/json.ts'
import type { Prepared } from '../run/run-prepared.ts'
import { prepare } from '../run.ts'
import { guarded } from './guarded.ts'
import type { Stray } from './journal-reader.ts'
import type { Bundle } from './open-bundle.ts'
import { playRun } from './play-run.ts'
import { publishedAs } from './published-rules.ts'
import { playOf, preparedOf } from './verify-bundle.ts'

/** What this release makes of a recorded run. */
export interface Replay {
  /** The machine report of the run as it was. */
  readonly before: JsonObject
  /** The machine report by the checks, storyboards and requirements of this release. */
  readonly now: JsonObject
  /** What this release would ask, and the recorded run did not: those steps are blocked, not failed. */
  readonly strays: readonly Stray[]
}

/**
 * Grades a recorded run by the rules of this release. A run of a profile or a suite is graded by the storyboards that it has
 * today; one of named storyboards by those in the bundle.
 * @throws EvidenceRefused, UsageError
 */
export function replayBundle(bundle: Bundle, bundles?: string): Promise<Replay> {
  return guarded('its record cannot be played', async () => {
    const prepared = await preparedNow(bundle, bundles)
    const { report, strays } = await playRun(playOf(bundle, prepared))
    return { before: bundle.report, now: machineReport(report), strays }
  })
}

async function preparedNow(bundle: Bundle, bundles?: string): Promise<Prepared> {
  const recorded = preparedOf(bundle, bundles)
  const request = publishedAs(bundle.manifest.run.scope)
  if (!request) return recorded
  const { line, release } = recorded.adcp
  const now = await prepare(line, request, { release, ...(bundles !== undefined && { bundles }) })
  return { ...now, scope: withRecordedKits(now.scope, recorded.scope) }
}

/** What was hidden in the record was hidden in its kits as well: the requests are the same only with them. */
function withRecordedKits(scope: LoadedScope, { boards }: LoadedScope): LoadedScope {
  const kitOf = (id: string): LoadedBoard['kit'] => boards.find(({ source }) => source.value.id === id)?.kit
  return {
    ...scope,
    boards: scope.boards.map((board) => ({ ...board, kit: kitOf(board.source.value.id) ?? board.kit })),
  }
}
