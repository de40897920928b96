import type { Fault } from '../fault.ts'
import { withoutRule } from '../with-rule.ts'

export const ignoresWhatWasSpent = {
  id: 'ignores-what-was-spent',
  requirement: 'GOV-GA-082',
  title: 'Approves delivery of more than the whole plan.',
  break: (parts) => withoutRule(withoutRule(parts, 'deliverySpend'), 'pacing'),
} as const satisfies Fault
