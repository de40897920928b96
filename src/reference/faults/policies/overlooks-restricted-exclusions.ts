import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const overlooksRestrictedExclusions = {
  id: 'overlooks-restricted-exclusions',
  requirement: 'GOV-GA-060',
  title: 'Looks for restricted attributes in who is included, and not in who is excluded.',
  break: (parts) =>
    withRule(
      parts,
      'restrictedAttributes',
      (rule) => (subject, facts) =>
        rule({ ...subject, audience: subject.audience.filter(({ value }) => value !== false) }, facts),
    ),
} as const satisfies Fault
