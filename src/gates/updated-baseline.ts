import type { Baseline, ExpectedFailure } from '../model/baseline.ts'
import type { RunReport } from '../model/run-report.ts'
import { type Failure, failuresIn, scopeName } from './failures.ts'

const daysToMend = 30

/**
 * The baseline of what fails now: what is known keeps its reason, owner and day, what is new waits for them, what is over is
 * left out. `now` in milliseconds.
 */
export function updatedBaseline(report: RunReport, before: Baseline | undefined, now: number): Baseline {
  const expires = new Date(now + daysToMend * 86_400_000).toISOString().slice(0, 10)
  const known = before?.expected ?? []
  return {
    scope: scopeName(report),
    expected: failuresIn(report).map(
      (failure) => entryOf(failure, known) ?? { ...failure, reason: '', owner: '', expires },
    ),
  }
}

/**
 * Why a run says nothing of what fails now, so that its baseline stays as it is: a sentence; undefined when it does. One that
 * was not finished would take out what others accepted.
 */
export function cannotUpdate(report: RunReport, before: Baseline | undefined): string | undefined {
  const { status, stopped } = report.verdict
  if (stopped !== undefined) return `the run was ended early (${stopped})`
  if (status !== 'conformant' && status !== 'nonconformant') return `the verdict of the run is ${status}`
  const here = scopeName(report)
  return before && before.scope !== here ? `it is of ${before.scope}, and this run is of ${here}` : undefined
}

function entryOf(failure: Failure, known: readonly ExpectedFailure[]): ExpectedFailure | undefined {
  return known.find(
    (entry) =>
      entry.step === failure.step &&
      entry.requirement === failure.requirement &&
      (entry.status ?? 'failed') === failure.status,
  )
}
