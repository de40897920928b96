import { violation } from '../concern.ts'
import { totalOf } from '../ledger.ts'
import { money, sum } from '../money.ts'
import { sameUrl } from '../payload.ts'
import { isPurchase, nothing, type Rule } from './rule.ts'

/** No seller gets more than its share. A proposal goes to one seller, so by itself it can be too much for any. */
export const sellerShare: Rule = (subject, { plan, commitments }) => {
  const share = plan.budget.per_seller_max_pct
  if (!isPurchase(subject) || share === undefined) return nothing
  const seller = subject.kind === 'execution' ? subject.caller : undefined
  const before = commitments.filter(
    (one) => seller !== undefined && one.seller !== undefined && sameUrl(one.seller, seller),
  )
  const limit = (plan.budget.total * share) / 100
  const total = sum([totalOf(before), subject.amount])
  if (total <= limit) return nothing
  const explanation = `${money(total, plan.budget)} with one seller exceeds ${share} % of the budget (${money(limit, plan.budget)}).`
  return [violation('budget_authority', explanation, { details: { seller: seller ?? null, limit } })]
}
