import type { LoadedScope } from '../load/scope.ts'
import type { PlannedBoard } from '../model/plan.ts'
import { planBoard } from '../plan/build-plan.ts'
import { withoutPeer } from '../plan/needs-peer.ts'
import { withoutWebhooks } from '../plan/needs-webhooks.ts'
import { type SigningVectorIds, signedRequestSteps } from '../plan/signed-request-steps.ts'
import { everyone } from '../select/everyone.ts'
import { offersOf } from '../select/offers.ts'
import { selectScope } from '../select/select-scope.ts'
import { type Callbacks, callbacksFor } from './callbacks.ts'
import type { Connection } from './connection.ts'
import type { Met } from './first-contact.ts'
import { type PeerHosting, peerHostingFor } from './peer-hosting.ts'
import type { Prepared, RunManner } from './run-prepared.ts'

/** What a run will do, now that it is known whom it meets. */
export interface PlannedScope {
  /** Narrowed to what applies to the agents. */
  readonly scope: LoadedScope
  readonly plan: readonly PlannedBoard[]
  readonly callbacks: Callbacks
  readonly hosting: PeerHosting
}

/** Selects by the agents' claims, and lays out the steps. */
export function planScope(
  { url, defaultAgent }: Pick<Connection, 'url' | 'defaultAgent'>,
  { agent, agents }: Met,
  prepared: Prepared,
  manner: Pick<RunManner, 'seededState' | 'webhooks' | 'peer' | 'onPeer' | 'clock' | 'ids' | 'staging'>,
): PlannedScope {
  const scope = selectScope(prepared.scope, everyone(agent, agents))
  const callbacks = manner.staging?.callbacks?.(url) ?? callbacksFor(url, manner)
  const hosting = manner.staging?.hosting?.() ?? peerHostingFor(url, manner)
  const offers = offersOf({
    seededState: manner.seededState ?? false,
    webhookReceiver: callbacks.offered,
    ...(agents ? { agents } : {}),
    ...(defaultAgent === undefined ? {} : { defaultAgent }),
  })
  const vectors = signingVectors(prepared)
  const plan = scope.boards.map((board) => {
    const source = signedRequestSteps(board.source, vectors)
    const laidOut = planBoard({ ...board, source }, agent, prepared.schemas, offers)
    const planned = hosting.offered ? laidOut : withoutPeer(laidOut, hosting.why)
    return callbacks.offered ? planned : withoutWebhooks(planned, callbacks.why)
  })
  return { scope, plan, callbacks, hosting }
}

function signingVectors({ vectors }: Prepared): SigningVectorIds {
  const names = (side: string) => vectors?.names(`request-signing/${side}`) ?? []
  return { positive_vectors: names('positive'), negative_vectors: names('negative') }
}
