import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const forgetsThatDelegationsEnd = {
  id: 'forgets-that-delegations-end',
  requirement: 'GOV-GA-055',
  title: 'Lets a delegate act after its delegation has ended.',
  break: (parts) => withRule(parts, 'delegation', (rule) => (subject, facts) => rule(subject, { ...facts, now: 0 })),
} as const satisfies Fault
