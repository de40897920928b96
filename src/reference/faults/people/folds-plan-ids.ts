import type { Fault } from '../fault.ts'

export const foldsPlanIds = {
  id: 'folds-plan-ids',
  requirement: 'GOV-GA-071',
  title: 'Takes a plan id in capitals for the same id in small letters.',
  break: (parts) => ({
    ...parts,
    visiblePlan: (state, planId, asker) =>
      parts.visiblePlan(state, planId, asker) ??
      [...state.plans.values()].find(
        ({ owner, plan }) => owner === asker.principal && plan.plan_id.toLowerCase() === planId.toLowerCase(),
      ),
  }),
} as const satisfies Fault
