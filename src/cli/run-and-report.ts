import { setImmediate } from 'node:timers/promises'
import type { RunReport } from '../model/run-report.ts'
import { consoleReport } from '../report/console.ts'
import { createProgress } from '../report/progress.ts'
import { verdictExitCode } from '../report/verdict-exit-code.ts'
import { type RunOptions, run } from '../run.ts'
import { isLive, wantsColour, widthOf } from './colour.ts'
import { interruptible, stopCodes } from './interrupt.ts'
import type { Io, StopSignal } from './io.ts'
import { type Outputs, openOutputs } from './outputs.ts'
import type { RunFlags } from './run-flags.ts'

/**
 * Runs, shows progress on stderr and the report on stdout, writes the machine report; the exit code of the verdict. A signal
 * ends the run early; one that comes while the report is made does not keep it from being written.
 */
export async function runAndReport(options: RunOptions, flags: RunFlags, io: Io): Promise<number> {
  const outputs = await openOutputs(flags, io)
  return interruptible(io, async (signal) => {
    const report = await runWithProgress({ ...options, signal }, flags, io, outputs).finally(() => outputs.close())
    if (!outputs.takesStdout) io.stdout.write(consoleText(report, flags, io))
    await outputs.write(report)
    // A signal that came while this thread was busy is only heard now.
    await setImmediate()
    return signal.aborted ? stopCodes[signal.reason as StopSignal] : verdictExitCode(report.verdict)
  })
}

async function runWithProgress(options: RunOptions, flags: RunFlags, io: Io, outputs: Outputs): Promise<RunReport> {
  if (flags.quiet) return run({ ...options, onEvent: (event) => outputs.show(event) })
  const progress = createProgress({
    write: (text) => io.stderr.write(text),
    live: isLive(io.stderr, io.env),
    width: widthOf(io.stderr),
    colour: wantsColour(io.stderr, io.env, flags.color),
  })
  try {
    return await run({
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

function consoleText(report: RunReport, flags: RunFlags, io: Io): string {
  return consoleReport(report, {
    width: widthOf(io.stdout),
    colour: wantsColour(io.stdout, io.env, flags.color),
    verbose: flags.verbose ?? false,
    quiet: flags.quiet ?? false,
  })
}
