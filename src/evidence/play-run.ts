import type { Judged } from '../judge/judge-step.ts'
import { verdictOf } from '../judge/judge-step.ts'
import type { RunReport } from '../model/run-report.ts'
import type { ValidationResult } from '../model/verdict.ts'
import { type Prepared, type RunManner, runPrepared } from '../run/run-prepared.ts'
import type { Crossing, Journal } from './journal.ts'
import { JournalReader, type Stray } from './journal-reader.ts'
import { playedConnection } from './played-connection.ts'
import { playedHosting } from './played-peer.ts'
import { playedCallbacks } from './played-webhooks.ts'

/** What a validation came to in the recorded run, where the record cannot show it because something in it was hidden. */
export interface Settled {
  readonly step: string
  /** Which of the step's validations. */
  readonly index: number
  readonly result: ValidationResult
}

export interface Play {
  readonly journal: Journal
  readonly prepared: Prepared
  readonly manner: Pick<RunManner, 'dates' | 'limits' | 'testKit' | 'seededState' | 'context'>
  /** What must not appear in the report. */
  readonly secrets: readonly string[]
  readonly settled: readonly Settled[]
}

export interface Played {
  readonly report: RunReport
  readonly judged: ReadonlyMap<string, Judged>
  /** The same before anything was settled. */
  readonly found: ReadonlyMap<string, Judged>
  /** What the run asked and the record does not hold. */
  readonly strays: readonly Stray[]
  /** What the record holds and the run did not ask. */
  readonly unasked: readonly Crossing[]
}

/** Carries out a run again with the answers of its record: no network, no clock, no waiting. */
export async function playRun({ journal, prepared, manner, secrets, settled }: Play): Promise<Played> {
  const stopping = new AbortController()
  const reader = new JournalReader(journal, (reason) => stopping.abort(reason))
  const judged = new Map<string, Judged>()
  const foundAt = new Map<string, Judged>()
  const report = await runPrepared(playedConnection(reader, secrets), prepared, {
    ...manner,
    limits: { ...manner.limits, delayMs: 0 },
    clock: { now: () => reader.now() },
    ids: { uuid: () => reader.uuid(), opaque: () => reader.opaque() },
    signal: stopping.signal,
    onEvent: (event) => reader.follow(event),
    staging: {
      callbacks: () => playedCallbacks(reader),
      hosting: () => playedHosting(reader),
      sellerCredential: () => reader.find('seller_credential', () => true)?.credential ?? 'unrecorded',
      wait: async () => {},
      isTimeless: true,
      settle(address, found) {
        const result = settle(address, found, settled)
        foundAt.set(address, found)
        judged.set(address, result)
        return result
      },
    },
  })
  return { report, judged, found: foundAt, strays: reader.strays, unasked: reader.unasked }
}

/** What was settled counts only for the validation that it was settled for. */
function settle(address: string, found: Judged, settled: readonly Settled[]): Judged {
  const here = settled.filter(({ step }) => step === address)
  if (here.length === 0) return found
  const validations = found.validations.map((validation, index) => {
    const known = here.find((one) => one.index === index && isSame(one.result, validation))
    return known ? { ...validation, outcome: known.result.outcome } : validation
  })
  return { verdict: verdictOf(validations), validations }
}

function isSame(one: ValidationResult, other: ValidationResult): boolean {
  return one.check === other.check && one.description === other.description
}
