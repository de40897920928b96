import { reviewReason } from './human-review.ts'
import type { Plan } from './plan.ts'
import { Refusal } from './refusal.ts'

export interface PlanHistory {
  /** The version in force. */
  readonly before: Plan | undefined
  /** Money committed on it, or on its members. */
  readonly committed: number
  /** The same plan_id stands earlier in the same request. */
  readonly twice: boolean
}

/** Longer ids would crowd the token. */
const longestPlanId = 256

/**
 * What the schema cannot say about a plan.
 * @throws Refusal naming the field; `at` is where the plan stands in the request, like plans[0].
 */
export function refusePlan(plan: Plan, at: string, history: PlanHistory): void {
  refuseNonsense(plan, at)
  if (plan.brand.domain.endsWith('.invalid'))
    throw new Refusal('REFERENCE_NOT_FOUND', 'The brand cannot be resolved.', `${at}.brand.domain`)
  refuseChange(plan, at, history)
}

function refuseNonsense({ plan_id, budget, flight, portfolio }: Plan, at: string): void {
  const cap = portfolio?.total_budget_cap
  if (plan_id.length > longestPlanId) throw invalid(`At most ${longestPlanId} characters.`, `${at}.plan_id`)
  if (budget.total < 0) throw invalid('A budget is 0 or more.', `${at}.budget.total`)
  if (!(Date.parse(flight.end) > Date.parse(flight.start)))
    throw invalid('A flight ends after it starts.', `${at}.flight.end`)
  if (cap && cap.currency !== budget.currency)
    throw invalid('The cap is in another currency than the budget.', `${at}.portfolio.total_budget_cap.currency`)
}

function refuseChange(plan: Plan, at: string, { before, committed, twice }: PlanHistory): void {
  if (twice) throw invalid('The same plan stands twice in this request.', `${at}.plan_id`)
  if (plan.budget.total < committed)
    throw new Refusal('VALIDATION_ERROR', 'The budget is below what is already committed.', `${at}.budget.total`)
  if (before && isDowngrade(before, plan))
    throw new Refusal('VALIDATION_ERROR', 'Human review, once required, stays.', `${at}.human_review_required`)
}

/** Whoever changes the plan must not be able to send the human away (Annex III obligations). */
function isDowngrade(before: Plan, next: Plan): boolean {
  return reviewReason([before]) !== undefined && reviewReason([next]) === undefined
}

function invalid(message: string, field: string): Refusal {
  return new Refusal('INVALID_REQUEST', message, field)
}
