import type { Fault } from '../fault.ts'

export const capsTheBudgetQuietly = {
  id: 'caps-the-budget-quietly',
  requirement: 'GOV-GA-147',
  title: 'Adds a cap on the budget to its tokens that a verifier may overlook.',
  break: (parts) => ({
    ...parts,
    tokenClaims: (given) => ({ ...parts.tokenClaims(given), budget_cap: given.plan.budget.total }),
  }),
} as const satisfies Fault
