import { commitmentsOf } from './ledger.ts'
import { sum } from './money.ts'
import type { Plan, Policy } from './plan.ts'
import type { AgentState, Commitment, StoredPlan } from './state.ts'

/** The trailing window over which dollar thresholds are summed; declared in the capabilities. */
export const aggregationWindowDays = 30
const day = 86_400_000

/** What a rule may know besides the request. */
export interface Facts {
  readonly plan: Plan
  /** Milliseconds since the epoch. */
  readonly now: number
  /** Everything committed on the plan; for a portfolio, on all its members. */
  readonly commitments: readonly Commitment[]
  /** Money moved within purchases of the same brand by the same owner, over the trailing window, whatever the plan. */
  readonly reallocatedInWindow: number
}

/** The plan itself, and each portfolio of the same owner that it is a member of. */
export interface Governed {
  readonly own: Facts
  readonly portfolios: readonly Facts[]
}

export function factsFor(stored: StoredPlan, state: AgentState, now: number): Governed {
  const reallocatedInWindow = reallocatedSince(state, stored, now - aggregationWindowDays * day)
  const shared = { now, reallocatedInWindow }
  const portfolios = portfoliosOf(state, stored).map((holder) => ({
    ...shared,
    plan: asMember(holder.plan),
    commitments: commitmentsOf(state, memberKeys(holder)),
  }))
  return { own: { ...shared, plan: stored.plan, commitments: commitmentsOf(state, [stored.key]) }, portfolios }
}

export function planKey(owner: string, planId: string): string {
  return `${owner}\n${planId}`
}

export function portfoliosOf(state: AgentState, member: StoredPlan): readonly StoredPlan[] {
  return [...state.plans.values()].filter(
    ({ owner, plan }) => owner === member.owner && plan.portfolio?.member_plan_ids.includes(member.plan.plan_id),
  )
}

export function memberKeys({ owner, plan }: StoredPlan): readonly string[] {
  return (plan.portfolio?.member_plan_ids ?? []).map((id) => planKey(owner, id))
}

/** A portfolio speaks to its members as a plan: its cap is the total, its exclusions are the policies. */
function asMember(holder: Plan): Plan {
  const { total_budget_cap: cap, shared_exclusions: exclusions = [] } = holder.portfolio ?? { member_plan_ids: [] }
  const policies: readonly Policy[] = [...(holder.custom_policies ?? []), ...exclusions]
  const total = Math.min(holder.budget.total, cap?.amount ?? holder.budget.total)
  return { ...holder, budget: { ...holder.budget, total }, custom_policies: policies }
}

function reallocatedSince(state: AgentState, stored: StoredPlan, since: number): number {
  const sameBrand = new Set(
    [...state.plans.values()]
      .filter(({ owner, plan }) => owner === stored.owner && plan.brand.domain === stored.plan.brand.domain)
      .map(({ key }) => key),
  )
  const moves = state.commitments.filter((one) => one.at > since && sameBrand.has(one.planKey))
  return sum(moves.map(({ reallocated }) => reallocated))
}
