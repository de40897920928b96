import type { Baseline, ExpectedFailure } from '../model/baseline.ts'
import type { RunReport } from '../model/run-report.ts'
import { addressesIn, type Failure, failuresIn, scopeName } from './failures.ts'

/** What a run is, measured by what was expected of it. */
export interface Compared {
  /** Failures that the baseline has. */
  readonly expected: readonly Failure[]
  /** Failures that it does not have. */
  readonly unexpected: readonly Failure[]
  /** What is wrong with the baseline itself: sentences. A baseline with faults lets nothing pass. */
  readonly faults: readonly string[]
}

/** Holds a run against its baseline. `today` is YYYY-MM-DD, UTC. */
export function compareBaseline(report: RunReport, baseline: Baseline, today: string): Compared {
  const failures = failuresIn(report)
  const isExpected = (failure: Failure) => baseline.expected.some((entry) => isSame(entry, failure))
  return {
    expected: failures.filter(isExpected),
    unexpected: failures.filter((failure) => !isExpected(failure)),
    faults: [...staleness(report, baseline), ...entryFaults(report, baseline, failures, today)],
  }
}

function staleness(report: RunReport, { scope }: Baseline): readonly string[] {
  const here = scopeName(report)
  return scope === here ? [] : [`the baseline is of ${scope}, and this run is of ${here}: make one for it`]
}

function entryFaults(
  report: RunReport,
  { expected }: Baseline,
  failures: readonly Failure[],
  today: string,
): readonly string[] {
  const addresses = addressesIn(report)
  const requirements = new Set(report.requirements.map(({ id }) => id))
  return expected.flatMap((entry, index) => {
    const name = inWords(entry)
    if (expected.findIndex((other) => isSame(other, entry)) !== index) return [`${name} stands in the baseline twice`]
    if (!addresses.has(entry.step)) return [`${name}: this run has no such step`]
    if (entry.requirement !== undefined && !requirements.has(entry.requirement))
      return [`${name}: this run grades no such requirement`]
    if (!isDay(entry.expires)) return [`${name}: "${entry.expires}" is no day`]
    if (entry.expires < today) return [`${name} expired on ${entry.expires} (owner: ${entry.owner})`]
    return failures.some((failure) => isSame(entry, failure))
      ? []
      : [`${name} does not happen any more: take it out of the baseline`]
  })
}

function isSame(one: Failure | ExpectedFailure, other: Failure | ExpectedFailure): boolean {
  return (
    one.step === other.step &&
    one.requirement === other.requirement &&
    (one.status ?? 'failed') === (other.status ?? 'failed')
  )
}

/** 2026-02-30 is none. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** A failure as people read it. */
export function inWords({ step, requirement, status = 'failed' }: Failure | ExpectedFailure): string {
  return `${requirement ?? 'no requirement'} ${status} in ${step}`
}
