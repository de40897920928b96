import type { AgentParts } from '../../governance-agent/parts.ts'
import type { Plan } from '../../governance-agent/plan.ts'

/** The same agent, which overlooks one part of a plan when the plan is sent again. */
export function keepingFirst(parts: AgentParts, part: keyof Plan): AgentParts {
  return {
    ...parts,
    keepPlan(state, stored) {
      const before = state.plans.get(stored.key)?.plan
      const kept = before && part in before ? { [part]: before[part] } : {}
      parts.keepPlan(state, { ...stored, plan: { ...stored.plan, ...kept } })
    },
  }
}
