import type { Concern } from '../../governance-agent/concern.ts'
import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const onlyWarnsOnMustPolicies = {
  id: 'only-warns-on-must-policies',
  requirement: 'GOV-GA-059',
  title: 'Treats a must policy as a recommendation.',
  break: (parts) =>
    withRule(
      parts,
      'policies',
      (rule) => (subject, facts) => rule(subject, facts).map(({ finding }): Concern => ({ kind: 'note', finding })),
    ),
} as const satisfies Fault
