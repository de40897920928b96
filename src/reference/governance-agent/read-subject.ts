import { isJsonObject, type JsonObject } from '../../model/json.ts'
import { committedBy, mediaBuyOf, type Purchase, purchaseOf } from './ledger.ts'
import { sum } from './money.ts'
import { moneyAt, objectAt, objectsIn, textAt, textsIn } from './payload.ts'
import { packageBudgets, type Spend, spendOfChange, spendOfPurchase } from './spend.ts'
import type { AgentState, CheckRecord, Phase, StoredPlan } from './state.ts'
import type { Place, Subject } from './subject.ts'
import type { Workings } from './workings.ts'

/**
 * The request of check_governance in the form that rules read.
 * @throws Refusal when it is ambiguous, or an amount in it is none.
 */
export function readSubject(args: JsonObject, stored: StoredPlan, { state, ids, parts }: Workings): Subject {
  const kind = parts.kindOf(args)
  const payload = objectAt(args.payload)
  const planned = objectAt(args.planned_delivery)
  const follows = knownToken(args, stored, state)
  const bought = boughtBefore(payload, stored, state)
  const actionId = follows?.actionId ?? bought?.actionId ?? ids.next('act')
  const spend = kind === 'intent' ? spendOfTool(args, payload, bought) : spendOfDelivery(args, state, actionId, follows)
  return {
    kind,
    phase: kind === 'intent' ? 'intent' : kind === 'delivery' ? 'delivery' : ((args.phase ?? 'purchase') as Phase),
    caller: args.caller as string,
    purchaseType: parts.purchaseTypeOf(args, follows),
    tool: textAt(args.tool) ?? follows?.tool,
    payload,
    planned,
    metrics: isJsonObject(args.delivery_metrics) ? args.delivery_metrics : undefined,
    ...spend,
    packages: packageBudgets(payload),
    currency: textAt(planned.currency) ?? textAt(objectAt(payload.total_budget).currency),
    places: kind === 'intent' ? placesOf(payload) : [placeOf(objectAt(planned.geo), 'countries', 'regions')],
    starts: instants([payload, planned, ...objectsIn(payload.packages)], 'start_time'),
    ends: instants([payload, planned, ...objectsIn(payload.packages)], 'end_time'),
    channels: textsIn(planned.channels),
    audience: audienceOf(payload, planned),
    mediaBuyId: textAt(payload.media_buy_id) ?? textAt(planned.media_buy_id) ?? mediaBuyOf(state, actionId),
    actionId,
    presented: textAt(args.governance_context),
    follows,
  }
}

/** A token that this agent issued for this plan. */
function knownToken(args: JsonObject, stored: StoredPlan, state: AgentState): CheckRecord | undefined {
  const check = state.tokens.get(textAt(args.governance_context) ?? '')
  return check?.planKey === stored.key ? check : undefined
}

function boughtBefore(payload: JsonObject, stored: StoredPlan, state: AgentState): Purchase | undefined {
  const id = textAt(payload.media_buy_id)
  return id === undefined ? undefined : purchaseOf(state, stored.key, id)
}

function spendOfTool(args: JsonObject, payload: JsonObject, bought: Purchase | undefined): Spend {
  const changes = bought !== undefined || String(args.tool).startsWith('update_')
  return changes ? spendOfChange(payload, bought) : spendOfPurchase(payload)
}

/** What the seller plans to deliver, less what this purchase has committed; a report of delivery commits nothing. */
function spendOfDelivery(
  args: JsonObject,
  state: AgentState,
  actionId: string,
  follows: CheckRecord | undefined,
): Spend {
  if (args.planned_delivery === undefined || args.phase === 'delivery') return { amount: 0, reallocated: 0 }
  const stated = moneyAt(objectAt(args.planned_delivery).total_budget, 'planned_delivery.total_budget')
  const committed = committedBy(state, actionId)
  const amount = stated === undefined ? (follows?.amount ?? 0) : sum([stated, -committed])
  return { amount: Math.max(0, amount), reallocated: args.phase === 'modification' ? Math.max(0, amount) : 0 }
}

function placesOf(payload: JsonObject): readonly Place[] {
  const packages = [...objectsIn(payload.packages), ...objectsIn(payload.new_packages)]
  const overlays = (packages.length > 0 ? packages : [payload]).map((item) => objectAt(item.targeting_overlay))
  return overlays.map((overlay) => placeOf(overlay, 'geo_countries', 'geo_regions'))
}

function placeOf(holder: JsonObject, countries: string, regions: string): Place {
  return { countries: textsIn(holder[countries]), regions: textsIn(holder[regions]) }
}

/** "asap" is no instant: the seller starts when it can. */
function instants(holders: readonly JsonObject[], key: 'start_time' | 'end_time'): readonly string[] {
  return holders.flatMap((holder) => textAt(holder[key]) ?? []).filter((instant) => instant !== 'asap')
}

function audienceOf(payload: JsonObject, planned: JsonObject): readonly JsonObject[] {
  const holders = [payload, ...objectsIn(payload.packages)].map((holder) => objectAt(holder.audience))
  const proposed = holders.flatMap((audience) => [...objectsIn(audience.include), ...objectsIn(audience.exclude)])
  return [...objectsIn(planned.audience_targeting), ...proposed]
}
