import type { Fault } from '../fault.ts'

export const forgetsMoneyWhenSynced = {
  id: 'forgets-money-when-synced',
  requirement: 'GOV-GA-041',
  title: 'Starts the books of a plan anew when it is sent again.',
  break: (parts) => ({
    ...parts,
    keepPlan(state, plan) {
      const kept = state.commitments.filter(({ planKey }) => planKey !== plan.key)
      state.commitments.splice(0, state.commitments.length, ...kept)
      parts.keepPlan(state, plan)
    },
  }),
} as const satisfies Fault
