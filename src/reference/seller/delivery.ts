import type { JsonObject } from '../../model/json.ts'
import { iso } from '../governance-agent/instant.ts'
import { askGovernance } from './ask-governance.ts'
import { ownBuys } from './get-media-buys.ts'
import { accountOfBuy } from './own-buy.ts'
import { priceOf } from './packages.ts'
import type { MediaBuy, Package } from './state.ts'
import type { SellerWorkings } from './workings.ts'

/** get_media_buy_delivery: what has run so far, split among packages by their budgets. */
export function getMediaBuyDelivery(args: JsonObject, principal: string, work: SellerWorkings): JsonObject {
  const buys = ownBuys(args, principal, work)
  const first = buys[0]
  return {
    reporting_period: { start: first?.start ?? iso(work.clock.now()), end: iso(work.clock.now()) },
    currency: first?.currency ?? 'USD',
    media_buy_deliveries: buys.map((buy) => deliveryOf(buy, work)),
  }
}

function deliveryOf(buy: MediaBuy, { state }: SellerWorkings): JsonObject {
  const { impressions, spend } = buy.delivered
  const share = 1 / Math.max(1, buy.packages.length)
  const rate = (one: Package) => priceOf(one, state)?.cpm ?? 0
  return {
    media_buy_id: buy.id,
    status: buy.status,
    totals: { impressions, spend },
    by_package: buy.packages.map((one) => ({
      package_id: one.id,
      impressions: impressions * share,
      spend: spend * share,
      pricing_model: 'cpm',
      rate: rate(one),
      currency: buy.currency,
    })),
  }
}

export interface Delivered {
  readonly impressions: number
  readonly spend: number
}

/** Something has run: it is added up, and reported to the governance agents, whose denial stops the rest. */
export async function deliver(buy: MediaBuy, more: Delivered, work: SellerWorkings): Promise<MediaBuy> {
  const delivered = {
    impressions: buy.delivered.impressions + more.impressions,
    spend: buy.delivered.spend + more.spend,
  }
  const after = { ...buy, delivered }
  work.state.mediaBuys.set(buy.id, after)
  return await work.parts.reportDelivery(after, more, work)
}

/** The delivery check; whoever is denied stops delivering at once (task check_governance, examples). */
export async function reportDelivery(buy: MediaBuy, period: Delivered, work: SellerWorkings): Promise<MediaBuy> {
  const { authority } = buy
  if (authority === undefined) return buy
  const decision = await askGovernance(
    {
      account: accountOfBuy(buy, work),
      authority,
      phase: 'delivery',
      planned: buy.planned,
      metrics: metricsOf(buy, period, work),
    },
    work,
  )
  const after = work.parts.afterDelivery(buy, decision.kind)
  work.state.mediaBuys.set(buy.id, after)
  return after
}

export function afterDelivery(buy: MediaBuy, decision: string): MediaBuy {
  return decision === 'denied' ? { ...buy, status: 'paused' } : buy
}

function metricsOf({ start, delivered }: MediaBuy, period: Delivered, { clock }: SellerWorkings): JsonObject {
  const now = clock.now()
  // A simulated delivery may run before the flight does; a period must not end before it starts.
  const begin = Math.min(Date.parse(start), now)
  return {
    reporting_period: { start: iso(begin), end: iso(now) },
    spend: period.spend,
    cumulative_spend: delivered.spend,
    impressions: Math.round(period.impressions),
    cumulative_impressions: Math.round(delivered.impressions),
  }
}
