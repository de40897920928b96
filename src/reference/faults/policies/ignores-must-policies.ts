import type { Fault } from '../fault.ts'
import { withoutRule } from '../with-rule.ts'

export const ignoresMustPolicies = {
  id: 'ignores-must-policies',
  requirement: 'GOV-GA-059',
  title: 'Approves an action that lacks what a must policy demands.',
  break: (parts) => withoutRule(parts, 'policies'),
} as const satisfies Fault
