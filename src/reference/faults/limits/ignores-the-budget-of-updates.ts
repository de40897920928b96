import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const ignoresTheBudgetOfUpdates = {
  id: 'ignores-the-budget-of-updates',
  requirement: 'GOV-GA-040',
  title: 'Holds new purchases against the budget, and lets changes through.',
  break: (parts) =>
    withRule(
      parts,
      'budgetTotal',
      (rule) => (subject, facts) => (subject.tool?.startsWith('update_') ? [] : rule(subject, facts)),
    ),
} as const satisfies Fault
