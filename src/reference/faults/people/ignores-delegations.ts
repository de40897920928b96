import type { Fault } from '../fault.ts'
import { withoutRule } from '../with-rule.ts'

export const ignoresDelegations = {
  id: 'ignores-delegations',
  requirement: 'GOV-GA-055',
  title: 'Lets any caller act on a plan that names its delegates.',
  break: (parts) => withoutRule(parts, 'delegation'),
} as const satisfies Fault
