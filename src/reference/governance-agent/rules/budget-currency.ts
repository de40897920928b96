import { violation } from '../concern.ts'
import { isPurchase, nothing, type Rule } from './rule.ts'

/** An amount in another currency cannot be held against the plan's. */
export const budgetCurrency: Rule = (subject, { plan }) => {
  const { currency } = subject
  if (!isPurchase(subject) || currency === undefined || currency === plan.budget.currency) return nothing
  return [violation('budget_authority', `The amount is in ${currency}; the plan is in ${plan.budget.currency}.`)]
}
