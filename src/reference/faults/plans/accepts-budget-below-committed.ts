import type { Fault } from '../fault.ts'

export const acceptsBudgetBelowCommitted = {
  id: 'accepts-budget-below-committed',
  requirement: 'GOV-GA-023',
  title: 'Lets a budget fall below what is committed.',
  break: (parts) => ({
    ...parts,
    refusePlan: (plan, at, history) => parts.refusePlan(plan, at, { ...history, committed: 0 }),
  }),
} as const satisfies Fault
