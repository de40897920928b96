import { replayBundle } from '../../evidence/replay-bundle.ts'
import { compareReports } from '../../gates/compare-reports.ts'
import { terminalSafe } from '../../report/terminal-safe.ts'
import { readBundle } from '../bundle-file.ts'
import { bundlesFolder } from '../bundles-folder.ts'
import { comparisonText } from '../comparison-text.ts'
import type { Io } from '../io.ts'
import { writeJson } from '../write-json.ts'

/** Shows what this release makes of a recorded run. 0 whatever that is: a replay is no verdict about the agent. */
export async function replayCommand(file: string, { json }: { readonly json?: string }, io: Io): Promise<number> {
  const { before, now, strays } = await replayBundle(await readBundle(file), bundlesFolder(io.env))
  if (json !== undefined) await writeJson(json, now, io)
  if (json === '-') return 0
  io.stdout.write(comparisonText(compareReports(before, now)))
  for (const { at, what } of strays)
    io.stdout.write(`${terminalSafe(`not in the record: ${what}, asked in ${at}`, 500)}\n`)
  return 0
}
