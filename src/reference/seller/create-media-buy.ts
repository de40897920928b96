import type { AdcpVersion } from '../../model/adcp-version.ts'
import { isJsonObject, type JsonObject } from '../../model/json.ts'
import { iso } from '../governance-agent/instant.ts'
import { textAt } from '../governance-agent/payload.ts'
import { accountOf, accountReply } from './accounts.ts'
import { useUp } from './authorise.ts'
import { currencyOf, packageReply, packagesIn } from './packages.ts'
import type { Account, Authority, MediaBuy } from './state.ts'
import type { SellerWorkings } from './workings.ts'

/** create_media_buy: on a governed account, verified, approved, and only then made. */
export async function createMediaBuy(args: JsonObject, principal: string, work: SellerWorkings): Promise<JsonObject> {
  const { parts } = work
  const account = accountOf(args, principal, work)
  const draft = draftOf(args, account, work)
  if (!parts.isGoverned(account, work)) return commit(draft, account, work)
  parts.reserve(work.state, draft)
  const authority = await parts.authorityOf(args, subjectOf(args, principal), work)
  const { planned } = await parts.clear(purchaseQuestion(draft, account, authority), work)
  useUp(authority, work)
  return commit({ ...draft, planned, authority }, account, work)
}

/** The purchase as asked for, before anybody has agreed to it. */
function draftOf(args: JsonObject, account: Account, work: SellerWorkings): MediaBuy {
  const { state, ids, clock, parts } = work
  const packages = packagesIn(args.packages, work)
  const currency = currencyOf(packages, state)
  const now = clock.now()
  const asked = textAt(args.start_time)
  const start = asked === undefined || asked === 'asap' ? iso(now) : asked
  const flight = { packages, currency, start, end: textAt(args.end_time) ?? '' }
  return {
    ...flight,
    id: ids.next('mb'),
    accountId: account.id,
    owner: account.owner,
    status: Date.parse(start) > now ? 'pending_start' : 'active',
    revision: 1,
    createdAt: iso(now),
    invoiceRecipient: isJsonObject(args.invoice_recipient) ? args.invoice_recipient : undefined,
    planned: parts.plannedDelivery(flight, state),
    authority: undefined,
    delivered: { impressions: 0, spend: 0 },
  }
}

function subjectOf(args: JsonObject, principal: string) {
  // Which of the two a token must have, the texts of 3.0 and 3.1 say differently; both are taken.
  return { principal, planId: textAt(args.plan_id), phases: ['intent', 'purchase'], mediaBuyId: undefined }
}

function purchaseQuestion(draft: MediaBuy, account: Account, authority: Authority) {
  const { planned, invoiceRecipient } = draft
  return { account, authority, phase: 'purchase', planned, invoiceRecipient } as const
}

function commit(buy: MediaBuy, account: Account, { state, parts, adcp }: SellerWorkings): JsonObject {
  parts.keepBuy(state, buy)
  return parts.buyReply(buy, account, adcp)
}

/** The reply to a purchase that was made; the same at each version, in the names of 3.0. Bank details are for writing only. */
export function buyReply(buy: MediaBuy, account: Account, _adcp: AdcpVersion): JsonObject {
  return {
    media_buy_id: buy.id,
    account: accountReply(account),
    status: buy.status,
    confirmed_at: buy.createdAt,
    revision: buy.revision,
    packages: buy.packages.map(packageReply),
    planned_delivery: buy.planned,
    ...(buy.invoiceRecipient && { invoice_recipient: withoutBank(buy.invoiceRecipient) }),
  }
}

export function withoutBank({ bank: _bank, ...rest }: JsonObject): JsonObject {
  return rest
}
