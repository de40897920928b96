import type { JsonObject } from '../../model/json.ts'
import { objectAt, textAt } from '../governance-agent/payload.ts'
import { useUp } from './authorise.ts'
import { publisherDomain } from './catalogue.ts'
import { SellerRefusal } from './refusal.ts'
import type { Account } from './state.ts'
import type { SellerWorkings } from './workings.ts'

/** What the one right on offer costs. */
const price = { id: 'flat_standard', amount: 5000, currency: 'USD' } as const
const rightsId = 'jingle_spring'

/** acquire_rights: a denial is not an error here, but an answer of its own (error codes, wire placement). */
export async function acquireRights(args: JsonObject, principal: string, work: SellerWorkings): Promise<JsonObject> {
  if (args.rights_id !== rightsId)
    throw new SellerRefusal('REFERENCE_NOT_FOUND', 'There is no such right.', { field: 'rights_id' })
  const account = accountOfBuyer(args, principal, work)
  if (account === undefined || !work.parts.isGoverned(account, work)) return acquired(args, work)
  try {
    await authorise(args, account, work)
    return acquired(args, work)
  } catch (error) {
    if (error instanceof SellerRefusal && error.code === 'GOVERNANCE_DENIED') return work.parts.rejectedRights(error)
    throw error
  }
}

async function authorise(args: JsonObject, account: Account, work: SellerWorkings): Promise<void> {
  const subject = {
    principal: account.owner,
    planId: textAt(args.plan_id),
    phases: ['intent', 'purchase'],
    mediaBuyId: undefined,
  }
  const authority = await work.parts.authorityOf(args, subject, work)
  const planned = { total_budget: price.amount, currency: price.currency }
  await work.parts.clear({ account, authority, phase: 'purchase', purchaseType: 'rights_license', planned }, work)
  useUp(authority, work)
}

/** The request names no account; the first one of this brand is meant. */
function accountOfBuyer({ buyer }: JsonObject, principal: string, { state }: SellerWorkings): Account | undefined {
  const { domain } = objectAt(buyer)
  return [...state.accounts.values()].find(({ owner, brand }) => owner === principal && brand.domain === domain)
}

/** The arm for refusals: no errors beside it. */
export function rejectedRights({ message }: SellerRefusal): JsonObject {
  return { rights_id: rightsId, status: 'rejected', brand_id: publisherDomain, reason: message }
}

function acquired(args: JsonObject, { state, ids }: SellerWorkings): JsonObject {
  const campaign = objectAt(args.campaign)
  const reply = {
    rights_id: rightsId,
    status: 'acquired',
    brand_id: publisherDomain,
    terms: { pricing_option_id: price.id, amount: price.amount, currency: price.currency, uses: campaign.uses ?? [] },
    generation_credentials: [],
    rights_constraint: {
      rights_id: rightsId,
      rights_agent: { url: `https://${publisherDomain}/mcp`, id: 'reference_seller' },
      uses: campaign.uses ?? [],
    },
  }
  state.rights.set(ids.next('grant'), reply)
  return reply
}
