import { Refusal } from '../../governance-agent/refusal.ts'
import type { Fault } from '../fault.ts'

export const refusesUnknownMembers = {
  id: 'refuses-unknown-members',
  requirement: 'GOV-GA-031',
  title: 'Refuses a portfolio that names a plan it does not know yet.',
  break: (parts) => ({
    ...parts,
    keepPlan(state, stored) {
      const ids = new Set([...state.plans.values()].map(({ plan }) => plan.plan_id))
      const unknown = stored.plan.portfolio?.member_plan_ids.find((id) => !ids.has(id))
      if (unknown !== undefined)
        throw new Refusal('REFERENCE_NOT_FOUND', 'A member plan is unknown.', 'plans[0].portfolio')
      parts.keepPlan(state, stored)
    },
  }),
} as const satisfies Fault
