import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const letsChangesExceedThePlan = {
  id: 'lets-changes-exceed-the-plan',
  requirement: 'GOV-GA-040',
  title: 'Approves a change of a running buy at any price.',
  break: (parts) =>
    withRule(
      parts,
      'budgetTotal',
      (rule) => (subject, facts) => (subject.phase === 'modification' ? [] : rule(subject, facts)),
    ),
} as const satisfies Fault
