import { objectsIn } from '../../governance-agent/payload.ts'
import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const countsTheFirstPackageOnly = {
  id: 'counts-the-first-package-only',
  requirement: 'GOV-GA-040',
  title: 'Adds up no more than the first package.',
  break: (parts) =>
    withRule(parts, 'budgetTotal', (rule) => (subject, facts) => {
      const [first, second] = objectsIn(subject.payload.packages)
      return rule(first && second ? { ...subject, amount: Number(first.budget) } : subject, facts)
    }),
} as const satisfies Fault
