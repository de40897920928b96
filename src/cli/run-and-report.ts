import { UsageError } from '../errors.ts'
import type { RunReport } from '../model/run-report.ts'
import { consoleReport } from '../report/console.ts'
import { machineReport } from '../report/json.ts'
import { createProgress } from '../report/progress.ts'
import { verdictExitCode } from '../report/verdict-exit-code.ts'
import { assertWritable, writeFileAtomic } from '../report/write.ts'
import { type RunOptions, run } from '../run.ts'
import { isLive, wantsColour, widthOf } from './colour.ts'
import { interruptible } from './interrupt.ts'
import type { Io } from './io.ts'
import type { RunFlags } from './run-flags.ts'

/** Runs, shows progress on stderr and the report on stdout, writes the machine report; the exit code of the verdict. */
export async function runAndReport(options: RunOptions, flags: RunFlags, io: Io): Promise<number> {
  if (flags.json === '') throw new UsageError('--json needs the name of a file, or - for stdout')
  const file = flags.json === '-' ? undefined : flags.json
  if (file !== undefined) await assertWritable(file)
  const report = await runWithProgress(options, flags, io)
  if (flags.json === '-') io.stdout.write(jsonText(report))
  else io.stdout.write(consoleText(report, flags, io))
  if (file !== undefined) await writeFileAtomic(file, jsonText(report))
  return verdictExitCode(report.verdict)
}

async function runWithProgress(options: RunOptions, flags: RunFlags, io: Io): Promise<RunReport> {
  if (flags.quiet) return interruptible(io, (signal) => run({ ...options, signal }))
  const progress = createProgress({
    write: (text) => io.stderr.write(text),
    live: isLive(io.stderr, io.env),
    width: widthOf(io.stderr),
    colour: wantsColour(io.stderr, io.env, flags.color),
  })
  try {
    return await interruptible(io, (signal) => run({ ...options, signal, onEvent: (event) => progress.show(event) }))
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

function jsonText(report: RunReport): string {
  return `${JSON.stringify(machineReport(report), null, 2)}\n`
}
