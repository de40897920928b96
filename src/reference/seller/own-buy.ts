import type { Json } from '../../model/json.ts'
import { textAt } from '../governance-agent/payload.ts'
import { SellerRefusal } from './refusal.ts'
import type { Account, MediaBuy } from './state.ts'
import type { SellerWorkings } from './workings.ts'

/** @throws SellerRefusal when the principal has no such media buy */
export function ownBuy(id: Json | undefined, principal: string, { state }: SellerWorkings): MediaBuy {
  const buy = state.mediaBuys.get(textAt(id) ?? '')
  if (buy?.owner !== principal)
    throw new SellerRefusal('MEDIA_BUY_NOT_FOUND', 'No such media buy, or it is not yours.', { field: 'media_buy_id' })
  return buy
}

/** The account that a media buy runs on. */
export function accountOfBuy({ accountId }: MediaBuy, { state }: SellerWorkings): Account {
  const account = state.accounts.get(accountId)
  if (account === undefined) throw new Error(`media buy without account ${accountId}`)
  return account
}
