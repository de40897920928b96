import { violation } from '../concern.ts'
import { totalOf } from '../ledger.ts'
import { money, sum } from '../money.ts'
import { isPurchase, nothing, type Rule } from './rule.ts'

/** What is committed and what is asked for may reach the plan's total, and not pass it (specification, validation logic). */
export const budgetTotal: Rule = (subject, { plan, commitments }) => {
  const committed = totalOf(commitments)
  if (!isPurchase(subject) || sum([committed, subject.amount]) <= plan.budget.total) return nothing
  const { budget } = plan
  const asked = `${money(subject.amount, budget)} beside ${money(committed, budget)} already committed`
  return [
    violation('budget_authority', `${asked} exceeds the plan's total of ${money(budget.total, budget)}.`, {
      details: { requested: subject.amount, committed, total: budget.total, currency: budget.currency },
    }),
  ]
}
