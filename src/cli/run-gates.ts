import { UsageError } from '../errors.ts'
import { type Gates, passGates } from '../gates/pass-gates.ts'
import { cannotUpdate, updatedBaseline } from '../gates/updated-baseline.ts'
import { baselineText, loadBaseline, readBaselineText } from '../load/baseline.ts'
import type { Baseline } from '../model/baseline.ts'
import type { RunReport } from '../model/run-report.ts'
import { assertWritable, isThere, writeFileAtomic } from '../report/write.ts'
import type { GateFlags } from './gate-flags.ts'
import type { Io } from './io.ts'

/** The gates of a run, read before anything is sent. */
export interface RunGates {
  /** Holds the report against the gates, says on stderr what they make of it, and gives the exit code. */
  pass(report: RunReport): Promise<number>
}

/** @throws UsageError, AuthoringError for a baseline that cannot be used */
export async function openGates(flags: GateFlags, io: Io): Promise<RunGates> {
  const { baseline: file, failOn, minCoverage, updateBaseline } = flags
  if (updateBaseline && file === undefined) throw new UsageError('--update-baseline needs --baseline FILE')
  if (updateBaseline && file !== undefined) await assertWritable(file)
  const isNew = file !== undefined && updateBaseline && !isThere(file)
  const baseline = file === undefined || isNew ? undefined : (await loadBaseline(file)).value
  const gates: Gates = {
    ...(failOn && { failOn }),
    ...(minCoverage !== undefined && { minCoverage }),
    ...(baseline && !updateBaseline && { baseline }),
  }
  return {
    async pass(report) {
      const now = io.clock.now()
      const updating = updateBaseline && file !== undefined ? await update(file, baseline, report, io) : 0
      const { exitCode, lines } = passGates(report, gates, new Date(now).toISOString().slice(0, 10))
      for (const line of lines) io.stderr.write(`gate: ${line}\n`)
      return exitCode === 0 ? updating : exitCode
    },
  }
}

/** Writes what fails now into the baseline, where the run can tell. 0, or 1 when it was left as it is. */
async function update(file: string, before: Baseline | undefined, report: RunReport, io: Io): Promise<number> {
  const why = cannotUpdate(report, before)
  if (why !== undefined) {
    io.stderr.write(`gate: ${file} is left as it is: ${why}\n`)
    return 1
  }
  const updated = updatedBaseline(report, before, io.clock.now())
  await writeFileAtomic(file, baselineText(updated, await readBaselineText(file)))
  io.stderr.write(
    `${file} holds ${updated.expected.length} expected failures; give each new one a reason and an owner\n`,
  )
  return 0
}
