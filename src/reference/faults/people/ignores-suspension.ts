import type { Fault } from '../fault.ts'

export const ignoresSuspension = {
  id: 'ignores-suspension',
  requirement: 'GOV-GA-072',
  title: 'Goes on with a plan that is suspended.',
  break: (parts) => ({
    ...parts,
    visiblePlan(state, planId, asker) {
      const stored = parts.visiblePlan(state, planId, asker)
      return stored && { ...stored, suspended: false }
    },
  }),
} as const satisfies Fault
