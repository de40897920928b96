import { readPath } from '../json/path.ts'
import type { Check, Evidence, FailedOutcome, Outcome } from '../model/check.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { noCall, type PeerSelection, peerCalls, peerSelectionSchema } from './peer-calls.ts'

interface Params extends Required<Pick<PeerSelection, 'since'>> {
  /** Its id. */
  readonly media_buy: string
}

/** Half of the smallest unit of most currencies: sums of fractions are not exact. */
const tolerance = 0.005
/** Milliseconds: flights are told in days by some, and in the time of another place. */
const day = 86_400_000

export const govPeerCovers: Check<'gov_peer_covers', Params> = {
  kind: 'gov_peer_covers',
  summary:
    'A media buy that get_media_buys lists has no higher budget and no longer flight than the last planned_delivery, since that step, that the hosted governance agent was asked about. What either does not tell is not compared; flights may differ by less than a day.',
  params: {
    type: 'object',
    required: ['since', 'media_buy'],
    properties: { since: peerSelectionSchema.since ?? {}, media_buy: { type: 'string', minLength: 1 } },
  },
  evaluate(params, evidence) {
    const call = peerCalls(params, evidence).at(-1)
    if (call === undefined) return noCall(params)
    const planned = call.arguments.planned_delivery
    const buy = listed(params, evidence)
    if (!isJsonObject(planned) || buy === undefined)
      return { status: 'not_applicable', note: 'no planned delivery, or no such media buy, is there to compare' }
    return longer(planned, buy) ?? dearer(planned, buy) ?? { status: 'passed' }
  },
}

function listed({ media_buy }: Params, { payload }: Evidence): JsonObject | undefined {
  return objectsAt(payload, 'media_buys').find(({ media_buy_id }) => media_buy_id === media_buy)
}

function longer({ start_time, end_time }: JsonObject, buy: JsonObject): Outcome | undefined {
  const isLate = instant(start_time) >= instant(buy.start_time) + day
  const isShort = instant(end_time) + day <= instant(buy.end_time)
  if (!isLate && !isShort) return undefined
  const flight = { start_time: buy.start_time ?? null, end_time: buy.end_time ?? null }
  const asked = { start_time: start_time ?? null, end_time: end_time ?? null }
  return failed('the seller asked about a shorter flight than it confirms', flight, asked)
}

/** NaN, which is neither before nor after anything, for what is no instant. */
function instant(value: Json | undefined): number {
  return typeof value === 'string' ? Date.parse(value) : Number.NaN
}

function dearer({ total_budget: total, currency }: JsonObject, buy: JsonObject): Outcome | undefined {
  const confirmed = budgetOf(buy)
  if (typeof total !== 'number' || confirmed === undefined || total >= confirmed - tolerance) return undefined
  if (currency !== undefined && buy.currency !== undefined && currency !== buy.currency) return undefined
  return failed('the seller asked about less than it confirms', { at_least: confirmed }, { total_budget: total })
}

/** What its packages cost, where each tells it; else what it tells itself. */
function budgetOf(buy: JsonObject): number | undefined {
  const packages = objectsAt(buy, 'packages').filter(({ canceled }) => canceled !== true)
  const budgets = packages.map(({ budget }) => budget).filter((budget) => typeof budget === 'number')
  if (budgets.length > 0 && budgets.length === packages.length) return budgets.reduce((sum, one) => sum + one, 0)
  return typeof buy.total_budget === 'number' ? buy.total_budget : undefined
}

function objectsAt(value: Json | undefined, path: string): readonly JsonObject[] {
  const list = readPath(value, path)
  return Array.isArray(list) ? (list as readonly Json[]).filter(isJsonObject) : []
}

function failed(message: string, expected: Json, actual: Json): FailedOutcome {
  return { status: 'failed', message, pointer: null, expected, actual }
}
