import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const letsChangesGoAbroad = {
  id: 'lets-changes-go-abroad',
  requirement: 'GOV-GA-042',
  title: 'Approves a change of a running buy in any country.',
  break: (parts) =>
    withRule(
      parts,
      'countries',
      (rule) => (subject, facts) => (subject.phase === 'modification' ? [] : rule(subject, facts)),
    ),
} as const satisfies Fault
