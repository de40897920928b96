import { objectAt, objectsIn } from '../../governance-agent/payload.ts'
import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const overlooksRestrictedExclusions = {
  id: 'overlooks-restricted-exclusions',
  requirement: 'GOV-GA-060',
  title: 'Looks for restricted attributes in who is included, and not in who is excluded.',
  break: (parts) =>
    withRule(parts, 'restrictedAttributes', (rule) => (subject, facts) => {
      const excluded = objectsIn(subject.payload.packages).flatMap((one) => objectsIn(objectAt(one.audience).exclude))
      const audience = subject.audience.filter((one) => !excluded.includes(one))
      return rule({ ...subject, audience }, facts)
    }),
} as const satisfies Fault
