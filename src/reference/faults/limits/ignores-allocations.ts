import type { Fault } from '../fault.ts'
import { withoutRule } from '../with-rule.ts'

export const ignoresAllocations = {
  id: 'ignores-allocations',
  requirement: 'GOV-GA-050',
  title: 'Holds a type of purchase against the total, and not against its allocation.',
  break: (parts) => withoutRule(parts, 'allocations'),
} as const satisfies Fault
