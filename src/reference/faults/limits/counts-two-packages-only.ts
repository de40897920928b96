import { objectsIn } from '../../governance-agent/payload.ts'
import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const countsTwoPackagesOnly = {
  id: 'counts-two-packages-only',
  requirement: 'GOV-GA-040',
  title: 'Adds up no more than two packages.',
  break: (parts) =>
    withRule(parts, 'budgetTotal', (rule) => (subject, facts) => {
      const [first, second, third] = objectsIn(subject.payload.packages)
      return rule(third ? { ...subject, amount: Number(first?.budget) + Number(second?.budget) } : subject, facts)
    }),
} as const satisfies Fault
