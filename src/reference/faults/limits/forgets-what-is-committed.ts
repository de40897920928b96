import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const forgetsWhatIsCommitted = {
  id: 'forgets-what-is-committed',
  requirement: 'GOV-GA-041',
  title: 'Holds every action against the whole budget, whatever is committed already.',
  break: (parts) =>
    withRule(parts, 'budgetTotal', (rule) => (subject, facts) => rule(subject, { ...facts, commitments: [] })),
} as const satisfies Fault
