import type { Fault } from '../fault.ts'

export const ignoresTheSecondSync = {
  id: 'ignores-the-second-sync',
  requirement: 'GOV-GA-020',
  title: 'Answers a second sync with a new version, and goes on with the old plan.',
  break: (parts) => ({
    ...parts,
    keepPlan(state, plan) {
      const before = state.plans.get(plan.key)
      parts.keepPlan(state, before ? { ...before, version: plan.version } : plan)
    },
  }),
} as const satisfies Fault
