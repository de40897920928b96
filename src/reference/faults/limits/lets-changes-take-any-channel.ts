import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const letsChangesTakeAnyChannel = {
  id: 'lets-changes-take-any-channel',
  requirement: 'GOV-GA-045',
  title: 'Approves a change of a running buy on any channel.',
  break: (parts) =>
    withRule(
      parts,
      'channels',
      (rule) => (subject, facts) => (subject.phase === 'modification' ? [] : rule(subject, facts)),
    ),
} as const satisfies Fault
