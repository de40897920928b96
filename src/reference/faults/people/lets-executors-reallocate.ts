import type { Fault } from '../fault.ts'
import { withRule } from '../with-rule.ts'

export const letsExecutorsReallocate = {
  id: 'lets-executors-reallocate',
  requirement: 'GOV-GA-055',
  title: 'Lets a delegate that may only execute move budget.',
  break: (parts) =>
    withRule(parts, 'delegation', (rule) => (subject, facts) => rule({ ...subject, reallocated: 0 }, facts)),
} as const satisfies Fault
