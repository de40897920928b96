import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const deniesTheExactTotal = {
  id: 'denies-the-exact-total',
  requirement: 'GOV-GA-040',
  title: 'Denies the action that uses the budget up to the last cent.',
  break: (parts) =>
    withRule(
      parts,
      'budgetTotal',
      (rule) => (subject, facts) => rule({ ...subject, amount: subject.amount + 1 }, facts),
    ),
} as const satisfies Fault
