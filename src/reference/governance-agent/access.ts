import { planKey } from './facts.ts'
import { sameUrl } from './payload.ts'
import type { Plan } from './plan.ts'
import type { AgentState, StoredPlan } from './state.ts'

export interface Asker {
  readonly principal: string
  /** The governance context that came with the request. */
  readonly token?: string
}

/**
 * The plan, when the asker may know of it: its owner, a seller that holds a token of this plan, or an agent with a
 * delegation that is known by its URL. Undefined for everybody else, as if it did not exist.
 */
export function visiblePlan(state: AgentState, planId: string, asker: Asker): StoredPlan | undefined {
  const own = state.plans.get(planKey(asker.principal, planId))
  return own ?? planOfToken(state, planId, asker) ?? delegatedPlan(state, planId, asker)
}

function planOfToken(state: AgentState, planId: string, { token }: Asker): StoredPlan | undefined {
  const stored = state.plans.get(state.tokens.get(token ?? '')?.planKey ?? '')
  return stored?.plan.plan_id === planId ? stored : undefined
}

function delegatedPlan(state: AgentState, planId: string, { principal }: Asker): StoredPlan | undefined {
  return [...state.plans.values()].find(
    ({ plan }) => plan.plan_id === planId && plan.delegations?.some((given) => sameUrl(given.agent_url, principal)),
  )
}

/** A principal that is known by a URL speaks for itself alone (specification, setup). */
export function speaksFor(principal: string, caller: string): boolean {
  return !/^https?:\/\//.test(principal) || sameUrl(principal, caller)
}

/** Whether this seller may deliver on the plan; no list lets any seller in. */
export function isApprovedSeller(caller: string, { approved_sellers: sellers }: Plan): boolean {
  return sellers === undefined || sellers === null || sellers.some((seller) => sameUrl(seller, caller))
}
