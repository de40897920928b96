import type { Fault } from '../fault.ts'
import { withoutRule } from '../with-rule.ts'

export const ignoresRestrictedAttributes = {
  id: 'ignores-restricted-attributes',
  requirement: 'GOV-GA-060',
  title: 'Approves an audience drawn on an attribute that the plan restricts.',
  break: (parts) => withoutRule(parts, 'restrictedAttributes'),
} as const satisfies Fault
