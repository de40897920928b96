import type { Judged } from '../judge/judge-step.ts'
import type { RunReport } from '../model/run-report.ts'
import { callbacksFor } from '../run/callbacks.ts'
import type { Connection } from '../run/connection.ts'
import { peerHostingFor } from '../run/peer-hosting.ts'
import { type Prepared, type RunManner, runPrepared } from '../run/run-prepared.ts'
import type { Journal } from './journal.ts'
import { JournalWriter } from './journal-writer.ts'
import { recordedConnection } from './recorded-connection.ts'
import { recordedHosting } from './recorded-peer.ts'
import { recordedCallbacks } from './recorded-webhooks.ts'

/** A run, and all that it takes to play it again. Secrets are still in it, except in the report. */
export interface Recorded {
  readonly report: RunReport
  readonly journal: Journal
  /** What each step was judged, by its address. */
  readonly judged: ReadonlyMap<string, Judged>
  readonly secrets: readonly string[]
  readonly prepared: Prepared
  readonly manner: RunManner
  /** The replies were more than a record can hold; the journal lacks some. */
  readonly isTooLarge: boolean
}

/** Runs as `runPrepared` does, and writes down everything that comes from outside: replies, keys, webhooks, times, ids. */
export async function recordRun(connection: Connection, prepared: Prepared, manner: RunManner): Promise<Recorded> {
  const journal = new JournalWriter()
  const judged = new Map<string, Judged>()
  // The receiver asks the clock whenever a webhook comes: that is no moment of the run itself.
  const callbacks = callbacksFor(connection.url, manner)
  // So is whatever the hosted agent does when somebody comes.
  const hosting = peerHostingFor(connection.url, manner)
  const made: string[] = []
  const report = await runPrepared(recordedConnection(connection, journal), prepared, {
    ...manner,
    clock: { now: () => noted(journal.moments.times, manner.clock.now()) },
    ids: {
      uuid: () => noted(journal.moments.uuids, manner.ids.uuid()),
      opaque: () => noted(journal.moments.opaques, manner.ids.opaque()),
    },
    onEvent(event) {
      // Whoever hears of a step may stop the run there and then.
      manner.onEvent?.(event)
      journal.follow(event)
    },
    staging: {
      callbacks: () => recordedCallbacks(callbacks, journal),
      hosting: () => recordedHosting(hosting, journal, (secret) => made.push(secret)),
      sellerCredential(given) {
        const credential = given ?? `${manner.ids.uuid()}${manner.ids.uuid()}`
        made.push(credential)
        journal.note({ kind: 'seller_credential', credential })
        return credential
      },
      settle(address, found) {
        judged.set(address, found)
        return found
      },
    },
  })
  const stage = {
    url: connection.url,
    principals: [...connection.principals],
    ...(connection.agents && { agents: urlsOf(connection.agents) }),
    ...(connection.defaultAgent !== undefined && { defaultAgent: connection.defaultAgent }),
    plain: connection.plain !== undefined,
    ...(!callbacks.offered && { noCallbacks: callbacks.why }),
    ...(!hosting.offered && { noPeer: hosting.why }),
  }
  const secrets = [...connection.secrets, ...made]
  return { report, journal: journal.journal(stage), judged, secrets, prepared, manner, isTooLarge: journal.isTooLarge }
}

function noted<T>(list: T[], value: T): T {
  list.push(value)
  return value
}

function urlsOf(agents: ReadonlyMap<string, Connection>): Record<string, string> {
  return Object.fromEntries([...agents].map(([key, { url }]) => [key, url]))
}
