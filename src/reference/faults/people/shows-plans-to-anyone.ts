import type { Fault } from '../fault.ts'

export const showsPlansToAnyone = {
  id: 'shows-plans-to-anyone',
  requirement: 'GOV-GA-071',
  title: 'Answers for the plans of others.',
  break: (parts) => ({
    ...parts,
    visiblePlan: (state, planId) => [...state.plans.values()].find(({ plan }) => plan.plan_id === planId),
  }),
} as const satisfies Fault
