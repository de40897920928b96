import type { JsonObject } from '../../model/json.ts'
import { iso } from '../governance-agent/instant.ts'
import { textAt } from '../governance-agent/payload.ts'
import { SellerRefusal } from './refusal.ts'
import { grantReply, rightsPrice } from './rights-grant.ts'
import { authoriseSpend, refuseOtherPrice } from './spend.ts'
import type { RightsGrant } from './state.ts'
import type { SellerWorkings } from './workings.ts'

/** update_rights: what adds to the price of a right is approved before it is granted. */
export async function updateRights(args: JsonObject, principal: string, work: SellerWorkings): Promise<JsonObject> {
  const before = ownGrant(args, principal, work)
  refuseOtherPrice(args.pricing_option_id, rightsPrice.id)
  const after = changed(before, args)
  if (after.amount > before.amount) await approve(before, after, args, work)
  work.state.rights.set(after.id, after)
  return { ...grantReply(after), paused: after.paused, implementation_date: iso(work.clock.now()) }
}

/** @throws SellerRefusal when the principal has no such grant */
function ownGrant({ rights_id }: JsonObject, principal: string, { state }: SellerWorkings): RightsGrant {
  const grant = state.rights.get(textAt(rights_id) ?? '')
  if (grant?.owner === principal) return grant
  throw new SellerRefusal('REFERENCE_NOT_FOUND', 'No such grant, or it is not yours.', { field: 'rights_id' })
}

function changed(before: RightsGrant, { end_date, paused }: JsonObject): RightsGrant {
  const endDate = textAt(end_date) ?? before.endDate
  if (before.endDate !== undefined && endDate !== undefined && endDate < before.endDate)
    throw new SellerRefusal('INVALID_REQUEST', 'A grant can be made longer, not shorter.', { field: 'end_date' })
  const longer = endDate !== before.endDate
  return {
    ...before,
    endDate,
    amount: before.amount + (longer ? rightsPrice.extension : 0),
    paused: typeof paused === 'boolean' ? paused : before.paused,
  }
}

async function approve(before: RightsGrant, after: RightsGrant, args: JsonObject, work: SellerWorkings): Promise<void> {
  const account = before.accountId === undefined ? undefined : work.state.accounts.get(before.accountId)
  const { currency } = rightsPrice
  const summary = `Until ${before.endDate ?? 'no fixed day'} to until ${after.endDate}; ${before.amount} to ${after.amount} ${currency}.`
  const spend = { account, phase: 'modification', purchaseType: 'rights_license', summary } as const
  await authoriseSpend(args, { ...spend, amount: after.amount, currency }, work)
}
