import type { Json, JsonObject } from '../../model/json.ts'
import { textAt } from '../governance-agent/payload.ts'
import { accountOf } from './accounts.ts'
import { useUp } from './authorise.ts'
import type { GovernanceQuestion } from './governance-question.ts'
import { SellerRefusal } from './refusal.ts'
import type { Account } from './state.ts'
import type { SellerWorkings } from './workings.ts'

/** What something other than a media buy costs, and whose money it is. Without an account, nobody watches over it. */
export interface Spend extends Pick<GovernanceQuestion, 'summary'> {
  readonly account: Account | undefined
  readonly phase: 'purchase' | 'modification'
  readonly purchaseType: 'signal_activation' | 'rights_license' | 'creative_services'
  readonly amount: number
  readonly currency: string
}

/**
 * Comes back when the money may be spent: the account is governed by nobody, or its token is good and governance approves.
 * @throws SellerRefusal otherwise
 */
export async function authoriseSpend(args: JsonObject, spend: Spend, work: SellerWorkings): Promise<void> {
  const { account, amount, currency, ...asked } = spend
  if (account === undefined || !work.parts.isGoverned(account, work)) return
  const subject = {
    principal: account.owner,
    planId: textAt(args.plan_id),
    phases: ['intent', spend.phase],
    mediaBuyId: undefined,
  }
  const authority = await work.parts.authorityOf(args, subject, work)
  await work.parts.clear({ ...asked, account, authority, planned: { total_budget: amount, currency } }, work)
  useUp(authority, work)
}

/** The account that work is charged to. @throws SellerRefusal when the request names none that the principal has */
export function chargedAccount(args: JsonObject, principal: string, work: SellerWorkings): Account {
  if (args.account !== undefined) return accountOf(args, principal, work)
  throw new SellerRefusal('INVALID_REQUEST', 'This costs money: name the account that it is charged to.', {
    field: 'account',
  })
}

/** @throws SellerRefusal when the request names another pricing option than the one there is */
export function refuseOtherPrice(id: Json | undefined, own: string): void {
  if (id === undefined || id === own) return
  throw new SellerRefusal('INVALID_REQUEST', 'There is no such pricing option.', { field: 'pricing_option_id' })
}
