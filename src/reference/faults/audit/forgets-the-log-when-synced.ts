import type { Fault } from '../fault.ts'

export const forgetsTheLogWhenSynced = {
  id: 'forgets-the-log-when-synced',
  requirement: 'GOV-GA-160',
  title: 'Starts the log of a plan anew when it is sent again.',
  break: (parts) => ({
    ...parts,
    keepPlan(state, plan) {
      const kept = state.history.filter(({ planKey }) => planKey !== plan.key)
      state.history.splice(0, state.history.length, ...kept)
      parts.keepPlan(state, plan)
    },
  }),
} as const satisfies Fault
