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

function entryOf(failure: Failure, known: readonly ExpectedFailure[]): ExpectedFailure | undefined {
  return known.find(
    (entry) =>
      entry.step === failure.step &&
      entry.requirement === failure.requirement &&
      (entry.status ?? 'failed') === failure.status,
  )
}
