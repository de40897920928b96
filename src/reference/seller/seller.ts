import { type AdcpVersion, adcpVersions } from '../../model/adcp-version.ts'
import type { JsonObject } from '../../model/json.ts'
import type { SchemaSet } from '../../model/schema-set.ts'
import type { TaskResult } from '../governance-agent/agent.ts'
import type { AgentClock } from '../governance-agent/agent-clock.ts'
import { listAccounts, syncAccounts } from './accounts.ts'
import { acquireRights } from './acquire-rights.ts'
import { activateSignal, getSignals } from './activate-signal.ts'
import { buildCreative } from './build-creative.ts'
import { getProducts, products } from './catalogue.ts'
import { createMediaBuy } from './create-media-buy.ts'
import { getMediaBuyDelivery } from './delivery.ts'
import { getMediaBuys } from './get-media-buys.ts'
import { keep, type Question } from './idempotency.ts'
import type { Outbound } from './outbound.ts'
import { conformantSeller, type SellerParts } from './parts.ts'
import { SellerRefusal } from './refusal.ts'
import { emptyState } from './state.ts'
import { syncGovernance } from './sync-governance.ts'
import { testController } from './test-controller.ts'
import { updateMediaBuy } from './update-media-buy.ts'
import { updateRights } from './update-rights.ts'
import { versionProblem } from './version-problem.ts'
import { atVersion, errorAtVersion } from './wire-names.ts'
import type { SellerWorkings } from './workings.ts'

export interface SellerOptions {
  readonly clock: AgentClock
  readonly ids: { next(prefix: string): string }
  /** The canonical address of this seller: what tokens must name, and what it calls itself. */
  readonly url: string
  /** The version it speaks; 3.0 when absent. */
  readonly adcp?: AdcpVersion
  /** The official schemas of that version. */
  readonly schemas: SchemaSet
  readonly outbound: Outbound
  /** Where the brand.json of each buyer stands, by principal. */
  readonly brands: ReadonlyMap<string, string>
  /** Other than the conformant ones, to make a seller with a fault. */
  readonly parts?: SellerParts
}

export interface Seller {
  readonly url: string
  readonly clock: AgentClock
  /** Answers one task for an authenticated principal. Calls are answered one after another. Rejects only for a bug. */
  handle(task: string, args: JsonObject, principal: string): Promise<TaskResult>
}

/** A seller that obeys the governance agents of its buyers as AdCP 3.0 or 3.1 demands, and keeps everything in memory. */
export function createSeller(options: SellerOptions): Seller {
  const { parts = conformantSeller, adcp = adcpVersions['3.0'], ...given } = options
  const work: SellerWorkings = { ...given, parts, adcp, state: emptyState(products) }
  let last: Promise<unknown> = Promise.resolve()
  return {
    url: work.url,
    clock: work.clock,
    handle(task, args, principal) {
      const answer = last.then(() => answerTask(task, args, principal, work))
      last = answer.catch(() => undefined)
      return answer
    },
  }
}

type Handler = (args: JsonObject, principal: string, work: SellerWorkings) => JsonObject | Promise<JsonObject>

const handlers: Readonly<Record<string, Handler>> = {
  get_adcp_capabilities: (_args, _principal, { parts, adcp }) => parts.capabilities(adcp),
  get_products: (_args, _principal, { state }) => getProducts(state.products.values()),
  list_accounts: listAccounts,
  sync_accounts: syncAccounts,
  sync_governance: syncGovernance,
  create_media_buy: createMediaBuy,
  update_media_buy: updateMediaBuy,
  get_media_buys: getMediaBuys,
  get_media_buy_delivery: getMediaBuyDelivery,
  acquire_rights: acquireRights,
  update_rights: updateRights,
  get_signals: getSignals,
  activate_signal: activateSignal,
  build_creative: buildCreative,
  comply_test_controller: testController,
}

/** The tasks that the seller answers, in the order of their use. */
export const sellerTasks: readonly string[] = Object.keys(handlers)

async function answerTask(
  task: string,
  args: JsonObject,
  principal: string,
  work: SellerWorkings,
): Promise<TaskResult> {
  const { parts, adcp } = work
  try {
    const reply = await replyTo({ task, principal, args, now: work.clock.now() }, work)
    return { payload: parts.echo(atVersion(task, reply, adcp), args), isError: false }
  } catch (error) {
    if (!(error instanceof SellerRefusal)) throw error
    const payload = errorAtVersion(parts.errorPayload(error), adcp)
    return { payload: parts.echo(payload, args), isError: parts.flipsTransport(error) }
  }
}

async function replyTo(question: Question, work: SellerWorkings): Promise<JsonObject> {
  const { task, args, principal } = question
  const isOffered = Object.hasOwn(handlers, task) && !work.parts.withheld.includes(task)
  const handler = isOffered ? handlers[task] : undefined
  if (handler === undefined) throw new SellerRefusal('INVALID_REQUEST', `This seller has no task ${task}.`)
  const problem = versionProblem(args, work.adcp) ?? (await work.parts.requestProblem(task, args, work.schemas))
  if (problem) throw problem
  if (!work.schemas.task(task)?.requiresIdempotencyKey) return await handler(args, principal, work)
  const before = work.parts.recall(work.state, question)
  if (before) return before
  const reply = await handler(args, principal, work)
  keep(work.state, question, reply)
  return reply
}
