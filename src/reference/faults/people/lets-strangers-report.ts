import type { Fault } from '../fault.ts'

export const letsStrangersReport = {
  id: 'lets-strangers-report',
  requirement: 'GOV-GA-071',
  title: 'Takes outcomes for the plans of others.',
  break: (parts) => ({
    ...parts,
    // Only report_plan_outcome and the audit ask without a token, and the audit looks at the owner itself.
    visiblePlan: (state, planId, asker) =>
      parts.visiblePlan(state, planId, asker) ??
      ('token' in asker ? undefined : [...state.plans.values()].find(({ plan }) => plan.plan_id === planId)),
  }),
} as const satisfies Fault
