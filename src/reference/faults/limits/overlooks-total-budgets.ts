import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const overlooksTotalBudgets = {
  id: 'overlooks-total-budgets',
  requirement: 'GOV-GA-040',
  title: 'Adds up packages alone, so that a proposal costs nothing.',
  break: (parts) =>
    withRule(
      parts,
      'budgetTotal',
      (rule) => (subject, facts) =>
        subject.payload.packages === undefined && subject.payload.total_budget !== undefined
          ? []
          : rule(subject, facts),
    ),
} as const satisfies Fault
