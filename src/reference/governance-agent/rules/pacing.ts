import type { JsonObject } from '../../../model/json.ts'
import { note } from '../concern.ts'
import type { Facts } from '../facts.ts'
import { totalOf } from '../ledger.ts'
import { money } from '../money.ts'
import { objectAt, textAt } from '../payload.ts'
import type { Subject } from '../subject.ts'
import { nothing, type Rule } from './rule.ts'

/** Spend this far above an even pace is worth a warning. */
const tolerance = 1.2

export const pacing: Rule = (subject, facts) => {
  const { metrics } = subject
  const { budget } = facts.plan
  if (metrics === undefined) return nothing
  const spent = Number(metrics.cumulative_spend ?? metrics.spend ?? 0)
  const due = boughtFor(subject, facts) * elapsed(metrics, facts)
  if (spent <= due * tolerance) return nothing
  const explanation = `${money(spent, budget)} spent where an even pace would be ${money(Math.round(due), budget)}.`
  return [note('delivery_monitoring', explanation, { details: { spent, even_pace: Math.round(due) } })]
}

/** What this purchase has committed; the whole plan when nobody has reported it. */
function boughtFor({ actionId }: Subject, { plan, commitments }: Facts): number {
  return totalOf(commitments.filter((one) => one.actionId === actionId)) || plan.budget.total
}

/** The part of the flight that is over at the end of the period, 0 to 1. */
function elapsed(metrics: JsonObject, { plan: { flight } }: Facts): number {
  const [start, end] = [Date.parse(flight.start), Date.parse(flight.end)]
  const at = Date.parse(textAt(objectAt(metrics.reporting_period).end) ?? flight.end)
  return Math.min(1, Math.max(0, (at - start) / (end - start)))
}
