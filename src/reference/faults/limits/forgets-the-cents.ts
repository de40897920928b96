import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const forgetsTheCents = {
  id: 'forgets-the-cents',
  requirement: 'GOV-GA-040',
  title: 'Counts whole units of money, so that cents are free.',
  break: (parts) =>
    withRule(
      parts,
      'budgetTotal',
      (rule) => (subject, facts) => rule({ ...subject, amount: Math.floor(subject.amount) }, facts),
    ),
} as const satisfies Fault
