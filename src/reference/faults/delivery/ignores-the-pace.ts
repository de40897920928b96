import type { Fault } from '../fault.ts'
import { withoutRule } from '../with-rule.ts'

export const ignoresThePace = {
  id: 'ignores-the-pace',
  requirement: 'GOV-GA-082',
  title: 'Says nothing when delivery runs far ahead of an even pace.',
  break: (parts) => withoutRule(parts, 'pacing'),
} as const satisfies Fault
