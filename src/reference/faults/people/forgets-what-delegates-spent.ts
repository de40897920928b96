import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const forgetsWhatDelegatesSpent = {
  id: 'forgets-what-delegates-spent',
  requirement: 'GOV-GA-055',
  title: 'Holds every action of a delegate against its whole limit, whatever it has committed already.',
  break: (parts) =>
    withRule(parts, 'delegation', (rule) => (subject, facts) => rule(subject, { ...facts, commitments: [] })),
} as const satisfies Fault
