import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const letsChangesRunLate = {
  id: 'lets-changes-run-late',
  requirement: 'GOV-GA-044',
  title: 'Approves a change of a running buy with any dates.',
  break: (parts) =>
    withRule(
      parts,
      'flight',
      (rule) => (subject, facts) => (subject.phase === 'modification' ? [] : rule(subject, facts)),
    ),
} as const satisfies Fault
