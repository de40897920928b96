import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const approvesOneOverTheTotal = {
  id: 'approves-one-over-the-total',
  requirement: 'GOV-GA-040',
  title: 'Approves the action that exceeds the budget by 1.',
  break: (parts) =>
    withRule(
      parts,
      'budgetTotal',
      (rule) => (subject, facts) => rule({ ...subject, amount: subject.amount - 1 }, facts),
    ),
} as const satisfies Fault
