import { Refusal } from '../../governance-agent/refusal.ts'
import type { Fault } from '../fault.ts'

export const tellsForeignPlansApart = {
  id: 'tells-foreign-plans-apart',
  requirement: 'GOV-GA-071',
  title: 'Answers PERMISSION_DENIED for the plans of others, so that they can be told from those that do not exist.',
  break: (parts) => ({
    ...parts,
    visiblePlan(state, planId, asker) {
      const visible = parts.visiblePlan(state, planId, asker)
      const exists = [...state.plans.values()].some(({ plan }) => plan.plan_id === planId)
      if (visible === undefined && exists) throw new Refusal('PERMISSION_DENIED', 'The plan is not yours.')
      return visible
    },
  }),
} as const satisfies Fault
