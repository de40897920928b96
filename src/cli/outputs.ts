import { UsageError } from '../errors.ts'
import type { RunEvent } from '../model/run-event.ts'
import type { RunReport } from '../model/run-report.ts'
import { type Log, openLog } from '../report/log.ts'
import { loadReporter, parseReporter, type ReporterRequest } from '../report/reporters.ts'
import { appendTo, assertWritable, writeFileAtomic } from '../report/write.ts'
import { allOf } from './all-of.ts'
import type { Io } from './io.ts'
import type { RunFlags } from './run-flags.ts'

/** Where the report goes beside, or instead of, the console. */
export interface Outputs {
  /** Somebody else has stdout: the console report would spoil it. */
  readonly takesStdout: boolean
  /** Each event as it happens, for whoever asked. */
  show(event: RunEvent): void
  /**
   * Writes every one that can be written, whatever keeps another from it.
   * @throws UsageError with all that was in the way
   */
  write(report: RunReport): Promise<void>
  close(): void
}

/**
 * Looks before the run whether everything that was asked for can be written.
 * @throws UsageError naming the flag
 */
export async function openOutputs(flags: RunFlags, io: Io): Promise<Outputs> {
  const wanted = requests(flags, io)
  const taking = wanted.filter(({ path }) => path === '-')
  if (taking.length > 1)
    throw new UsageError(`only one report can go to stdout, and ${taking.map(({ name }) => name).join(' and ')} would`)
  const files = wanted.filter(({ name, path }) => path !== '-' && path !== summaryOf(io) && !streams(name, path))
  for (const { path } of files) await assertWritable(path)
  const live = wanted.filter(({ name }) => name === 'ndjson')
  const logs = live.map(({ path }): Log => (path === '-' ? logTo(io.stdout) : openLog(path)))
  const { ndjsonLine } = live.length > 0 ? await import('../report/formats/ndjson.ts') : { ndjsonLine: () => '' }
  return {
    takesStdout: taking.length > 0,
    show(event) {
      for (const log of logs) log.write(ndjsonLine(event))
    },
    async write(report) {
      await allOf([...wanted.map((request) => () => put(request, report, io)), ...logs.map((log) => () => told(log))])
    },
    close() {
      for (const log of logs) log.close()
    },
  }
}

function logTo(stdout: Io['stdout']): Log {
  return { write: (line) => stdout.write(line), problem: () => undefined, close() {} }
}

/** @throws UsageError when the log ended early */
async function told(log: Log): Promise<void> {
  const problem = log.problem()
  if (problem) throw problem
}

function requests({ json, reporter = [] }: RunFlags, io: Io): readonly ReporterRequest[] {
  if (json === '') throw new UsageError('--json needs the name of a file, or - for stdout')
  const asked = reporter.map((word) => placed(parseReporter(word), word, io))
  return [...(json === undefined ? [] : [{ name: 'json', path: json } as const]), ...asked]
}

/** Without a path: a summary goes where GitHub wants it, annotations to stderr, everything else to stdout. */
function placed(request: ReporterRequest, word: string, io: Io): ReporterRequest {
  if (word.includes('=')) return request
  if (request.name === 'github-summary') return { ...request, path: summaryOf(io) ?? '-' }
  return request.name === 'github-annotations' ? { ...request, path: stderr } : request
}

const stderr = '/dev/stderr'

function summaryOf(io: Io): string | undefined {
  return io.env.GITHUB_STEP_SUMMARY || undefined
}

function streams(name: ReporterRequest['name'], path: string): boolean {
  return name === 'ndjson' || path === stderr
}

async function put({ name, path }: ReporterRequest, report: RunReport, io: Io): Promise<void> {
  if (name === 'ndjson') return
  const text = (await loadReporter(name))(report)
  if (path === '-') io.stdout.write(text)
  else if (path === stderr) io.stderr.write(text)
  else if (name === 'github-summary' && path === summaryOf(io)) await appendTo(path, text)
  else await writeFileAtomic(path, text)
}
