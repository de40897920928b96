import type { JsonObject } from '../../model/json.ts'
import { textsIn } from '../governance-agent/payload.ts'
import { accountReply } from './accounts.ts'
import { withoutBank } from './create-media-buy.ts'
import { accountOfBuy } from './own-buy.ts'
import { packageReply } from './packages.ts'
import { totalOf } from './planned-delivery.ts'
import type { MediaBuy } from './state.ts'
import type { SellerWorkings } from './workings.ts'

/** get_media_buys: those of the principal, or those among them that the request names. */
export function getMediaBuys(args: JsonObject, principal: string, work: SellerWorkings): JsonObject {
  return { media_buys: ownBuys(args, principal, work).map((buy) => readback(buy, work)) }
}

/** In the order in which they were made. */
export function ownBuys(
  { media_buy_ids: ids }: JsonObject,
  principal: string,
  { state }: SellerWorkings,
): readonly MediaBuy[] {
  const own = [...state.mediaBuys.values()].filter(({ owner }) => owner === principal)
  return ids === undefined ? own : own.filter(({ id }) => textsIn(ids).includes(id))
}

function readback(buy: MediaBuy, work: SellerWorkings): JsonObject {
  return {
    media_buy_id: buy.id,
    account: accountReply(accountOfBuy(buy, work)),
    status: buy.status,
    currency: buy.currency,
    total_budget: totalOf(buy.packages),
    start_time: buy.start,
    end_time: buy.end,
    confirmed_at: buy.createdAt,
    revision: buy.revision,
    created_at: buy.createdAt,
    packages: buy.packages.map((one) => ({ ...packageReply(one), currency: buy.currency })),
    ...(buy.invoiceRecipient && { invoice_recipient: withoutBank(buy.invoiceRecipient) }),
  }
}
