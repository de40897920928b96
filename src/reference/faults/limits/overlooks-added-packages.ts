import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const overlooksAddedPackages = {
  id: 'overlooks-added-packages',
  requirement: 'GOV-GA-040',
  title: 'Holds the packages that a change names against the budget, and not those that it adds.',
  break: (parts) =>
    withRule(
      parts,
      'budgetTotal',
      (rule) => (subject, facts) => (subject.payload.new_packages === undefined ? rule(subject, facts) : []),
    ),
} as const satisfies Fault
