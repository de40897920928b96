import type { Finding } from '../concern.ts'
import { money, sum } from '../money.ts'
import { isPurchase, nothing, type Rule } from './rule.ts'

/**
 * Moving more than the threshold within what is already bought asks for a human. Small moves add up over the window,
 * across plans of the same brand: one large move in pieces is still large (specification, aggregated-spend evaluation).
 */
export const reallocation: Rule = (subject, { plan, reallocatedInWindow }) => {
  const { budget } = plan
  const threshold = budget.reallocation_threshold
  if (!isPurchase(subject) || threshold === undefined || subject.reallocated === 0) return nothing
  const moved = sum([reallocatedInWindow, subject.reallocated])
  if (moved <= threshold) return nothing
  const reason = `Moving ${money(moved, budget)} exceeds the reallocation threshold of ${money(threshold, budget)}.`
  const finding: Finding = { category_id: 'budget_authority', severity: 'warning', explanation: reason }
  return [{ kind: 'escalation', reason, finding }]
}
