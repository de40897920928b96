import type { JsonObject } from '../../model/json.ts'
import type { Finding } from './concern.ts'
import { objectAt } from './payload.ts'
import type { Plan } from './plan.ts'
import type { CheckRecord, OutcomeRecord } from './state.ts'

export interface Reported {
  readonly word: OutcomeRecord['outcome']
  readonly args: JsonObject
  readonly check: CheckRecord
  readonly committed: number
  /** Committed on the plan, this outcome included. */
  readonly total: number
  readonly plan: Plan
}

/** What does not fit between what was authorised and what came of it. */
export function outcomeFindings(reported: Reported): readonly Finding[] {
  switch (reported.word) {
    case 'completed':
      return [...unauthorised(reported), ...discrepancy(reported), ...overspend(reported)]
    case 'delivery':
      return overdelivery(reported)
    case 'failed':
      return []
    default:
      return reported.word satisfies never
  }
}

function unauthorised({ check }: Reported): readonly Finding[] {
  if (check.status === 'approved') return []
  return [finding('seller_verification', 'critical', `${check.id} did not approve this action.`)]
}

function discrepancy({ check, committed, plan }: Reported): readonly Finding[] {
  if (committed === check.amount || check.amount === 0) return []
  const { currency } = plan.budget
  const severity = committed > check.amount ? 'critical' : 'info'
  const explanation = `The seller confirmed ${committed} ${currency}; ${check.amount} ${currency} was checked.`
  const details = { confirmed: committed, checked: check.amount }
  return [{ ...finding('seller_verification', severity, explanation), details }]
}

function overspend({ total, plan: { budget } }: Reported): readonly Finding[] {
  if (total <= budget.total) return []
  const explanation = `${total} ${budget.currency} committed exceeds the plan's total of ${budget.total}.`
  return [finding('budget_authority', 'critical', explanation)]
}

function overdelivery({ args, plan: { budget } }: Reported): readonly Finding[] {
  const { spend, cumulative_spend } = objectAt(args.delivery)
  const spent = Math.max(Number(spend ?? 0), Number(cumulative_spend ?? 0))
  if (spent <= budget.total) return []
  const explanation = `${spent} ${budget.currency} delivered exceeds the plan's total of ${budget.total}.`
  return [finding('delivery_monitoring', 'critical', explanation)]
}

function finding(category_id: string, severity: Finding['severity'], explanation: string): Finding {
  return { category_id, severity, explanation }
}
