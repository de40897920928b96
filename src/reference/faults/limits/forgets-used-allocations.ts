import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const forgetsUsedAllocations = {
  id: 'forgets-used-allocations',
  requirement: 'GOV-GA-050',
  title: 'Holds every action against the whole allocation of its type, whatever is committed already.',
  break: (parts) =>
    withRule(parts, 'allocations', (rule) => (subject, facts) => rule(subject, { ...facts, commitments: [] })),
} as const satisfies Fault
