import { setImmediate } from 'node:timers/promises'
import type { Recorded } from '../evidence/record-run.ts'
import type { RunReport } from '../model/run-report.ts'
import { consoleReport } from '../report/console.ts'
import { createProgress } from '../report/progress.ts'
import { stopCodes } from '../report/verdict-exit-code.ts'
import { assertWritable } from '../report/write.ts'
import { type RunOptions, run, runRecorded } from '../run.ts'
import { allOf } from './all-of.ts'
import { attempts } from './attempts.ts'
import { isLive, wantsColour, widthOf } from './colour.ts'
import { interruptible } from './interrupt.ts'
import type { Io, StopSignal } from './io.ts'
import { type Outputs, openOutputs } from './outputs.ts'
import type { RunFlags } from './run-flags.ts'
import { openGates } from './run-gates.ts'
import { writeEvidence } from './write-evidence.ts'

/**
 * Runs, shows progress on stderr and the report on stdout, writes the machine report; the exit code of the verdict. A signal
 * ends the run early; one that comes while the report is made does not keep it from being written.
 */
export async function runAndReport(options: RunOptions, flags: RunFlags, io: Io): Promise<number> {
  const outputs = await openOutputs(flags, io)
  const gates = await openGates(flags, io)
  const { evidence } = flags
  if (evidence !== undefined) await assertWritable(evidence)
  return interruptible(io, async (signal) => {
    const runOnce = () => runWithProgress({ ...options, signal }, flags, io, outputs)
    const { report, recorded } = await attempts(flags.retries ?? 0, runOnce, io).finally(() => outputs.close())
    if (!outputs.takesStdout) io.stdout.write(consoleText(report, flags, io))
    await allOf([
      () => outputs.write(report),
      async () => evidence !== undefined && recorded && writeEvidence(evidence, recorded, options, io),
    ])
    const exitCode = await gates.pass(report)
    // A signal that came while this thread was busy is only heard now.
    await setImmediate()
    return signal.aborted ? stopCodes[signal.reason as StopSignal] : exitCode
  })
}

async function runWithProgress(options: RunOptions, flags: RunFlags, io: Io, outputs: Outputs): Promise<Ran> {
  const ask = flags.evidence === undefined ? withoutRecord : withRecord
  if (flags.quiet) return ask({ ...options, onEvent: (event) => outputs.show(event) })
  const progress = createProgress({
    write: (text) => io.stderr.write(text),
    live: isLive(io.stderr, io.env),
    width: widthOf(io.stderr),
    colour: wantsColour(io.stderr, io.env, flags.color),
    verbose: flags.verbose ?? false,
  })
  try {
    return await ask({
      ...options,
      onEvent(event) {
        progress.show(event)
        outputs.show(event)
      },
    })
  } finally {
    progress.end()
  }
}

interface Ran {
  readonly report: RunReport
  readonly recorded?: Recorded
}

async function withoutRecord(options: RunOptions): Promise<Ran> {
  return { report: await run(options) }
}

async function withRecord(options: RunOptions): Promise<Ran> {
  const recorded = await runRecorded(options)
  return { report: recorded.report, recorded }
}

function consoleText(report: RunReport, flags: RunFlags, io: Io): string {
  return consoleReport(report, {
    width: widthOf(io.stdout),
    colour: wantsColour(io.stdout, io.env, flags.color),
    verbose: flags.verbose ?? false,
    quiet: flags.quiet ?? false,
  })
}
