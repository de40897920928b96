import { violation } from '../concern.ts'
import { totalOf } from '../ledger.ts'
import { money, sum } from '../money.ts'
import type { Budget, PurchaseType } from '../plan.ts'
import { isPurchase, nothing, type Rule } from './rule.ts'

/** A type of purchase that has its own part of the budget stays within it; the others draw on the total alone. */
export const allocations: Rule = (subject, { plan, commitments }) => {
  const limit = limitFor(subject.purchaseType, plan.budget)
  if (!isPurchase(subject) || limit === undefined) return nothing
  const committed = totalOf(commitments.filter((one) => one.purchaseType === subject.purchaseType))
  if (sum([committed, subject.amount]) <= limit) return nothing
  const asked = `${money(subject.amount, plan.budget)} beside ${money(committed, plan.budget)} already committed`
  const explanation = `${asked} exceeds the ${money(limit, plan.budget)} allocated to ${subject.purchaseType}.`
  return [violation('budget_authority', explanation, { details: { purchase_type: subject.purchaseType, limit } })]
}

function limitFor(type: PurchaseType, { allocations: parts, total }: Budget): number | undefined {
  const part = parts?.[type]
  const shares = part?.max_pct === undefined ? [] : [(total * part.max_pct) / 100]
  const limits = part?.amount === undefined ? shares : [...shares, part.amount]
  return limits.length === 0 ? undefined : Math.min(...limits)
}
