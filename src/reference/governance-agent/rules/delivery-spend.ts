import { violation } from '../concern.ts'
import { money } from '../money.ts'
import { nothing, type Rule } from './rule.ts'

/** A purchase never spends more than the whole plan. */
export const deliverySpend: Rule = ({ metrics }, { plan: { budget } }) => {
  const spent = Math.max(Number(metrics?.cumulative_spend ?? 0), Number(metrics?.spend ?? 0))
  if (spent <= budget.total) return nothing
  const explanation = `${money(spent, budget)} delivered exceeds the plan's total of ${money(budget.total, budget)}.`
  return [violation('delivery_monitoring', explanation, { details: { spent, total: budget.total } })]
}
