import { note, violation } from '../concern.ts'
import { totalOf } from '../ledger.ts'
import { money, sum } from '../money.ts'
import { nothing, type Rule } from './rule.ts'

/** A check without an action asks how much of the budget is left. */
export const budgetLeft: Rule = ({ kind }, { plan: { budget }, commitments }) => {
  if (kind !== 'inquiry') return nothing
  const left = sum([budget.total, -totalOf(commitments)])
  const explanation = `${money(left, budget)} of ${money(budget.total, budget)} is left.`
  if (left <= 0) return [violation('budget_authority', explanation)]
  return [note('budget_authority', explanation, { severity: 'info', details: { budget_remaining: left } })]
}
