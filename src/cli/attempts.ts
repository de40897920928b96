import { flakySteps } from '../gates/flaky-steps.ts'
import type { RunReport } from '../model/run-report.ts'
import { verdictExitCode } from '../report/verdict-exit-code.ts'
import type { Io } from './io.ts'

/** Runs until the agent is conformant, at most `retries` times more; tells each further attempt, and what is flaky. The last one counts. */
export async function attempts<T extends { readonly report: RunReport }>(
  retries: number,
  runOnce: () => Promise<T>,
  { stderr }: Pick<Io, 'stderr'>,
): Promise<T> {
  const reports: RunReport[] = []
  for (;;) {
    const made = await runOnce()
    reports.push(made.report)
    const { verdict } = made.report
    const isOver =
      reports.length > retries || verdict.stopped !== undefined || ![1, 3].includes(verdictExitCode(verdict))
    if (!isOver) {
      stderr.write(`attempt ${reports.length} of ${retries + 1}: ${verdict.status}; running again\n`)
      continue
    }
    for (const { address, statuses } of flakySteps(reports))
      stderr.write(`flaky: ${address} ${statuses.join(', then ')}\n`)
    return made
  }
}
