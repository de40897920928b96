import type { JsonObject } from '../../model/json.ts'
import { objectAt, textAt, textsIn } from '../governance-agent/payload.ts'
import { accountOf } from './accounts.ts'
import { publisherDomain } from './catalogue.ts'
import { SellerRefusal } from './refusal.ts'
import { grantReply, rightsPrice } from './rights-grant.ts'
import { authoriseSpend, refuseOtherPrice } from './spend.ts'
import type { Account, RightsGrant } from './state.ts'
import type { SellerWorkings } from './workings.ts'

/** The one right on offer. */
const rightsId = 'jingle_spring'

/** acquire_rights: a denial is not an error here, but an answer of its own (error codes, wire placement). */
export async function acquireRights(args: JsonObject, principal: string, work: SellerWorkings): Promise<JsonObject> {
  if (args.rights_id !== rightsId)
    throw new SellerRefusal('REFERENCE_NOT_FOUND', 'There is no such right.', { field: 'rights_id' })
  refuseOtherPrice(args.pricing_option_id, rightsPrice.id)
  const account = buyingAccount(args, principal, work)
  const { amount, currency } = rightsPrice
  try {
    await authoriseSpend(args, { account, phase: 'purchase', purchaseType: 'rights_license', amount, currency }, work)
  } catch (error) {
    if (error instanceof SellerRefusal && error.code === 'GOVERNANCE_DENIED') return work.parts.rejectedRights(error)
    throw error
  }
  return granted(args, { principal, account }, work)
}

/** At 3.0 the request names no account; the first one of this brand is meant. */
function buyingAccount(args: JsonObject, principal: string, work: SellerWorkings): Account | undefined {
  if (args.account !== undefined) return accountOf(args, principal, work)
  const { domain } = objectAt(args.buyer)
  return [...work.state.accounts.values()].find(({ owner, brand }) => owner === principal && brand.domain === domain)
}

/** The arm for refusals: no errors beside it. */
export function rejectedRights({ message }: SellerRefusal): JsonObject {
  return { rights_id: rightsId, status: 'rejected', brand_id: publisherDomain, reason: message }
}

function granted(
  { campaign }: JsonObject,
  { principal, account }: { readonly principal: string; readonly account: Account | undefined },
  { state, ids }: SellerWorkings,
): JsonObject {
  const { uses, end_date } = objectAt(campaign)
  const grant: RightsGrant = {
    id: ids.next('grant'),
    owner: principal,
    accountId: account?.id,
    amount: rightsPrice.amount,
    uses: textsIn(uses),
    endDate: textAt(end_date),
    paused: false,
  }
  state.rights.set(grant.id, grant)
  return { ...grantReply(grant), status: 'acquired', brand_id: publisherDomain, generation_credentials: [] }
}
