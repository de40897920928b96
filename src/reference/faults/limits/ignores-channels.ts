import type { Fault } from '../fault.ts'
import { withoutRule } from '../with-rule.ts'

export const ignoresChannels = {
  id: 'ignores-channels',
  requirement: 'GOV-GA-045',
  title: 'Lets a seller deliver on channels that the plan does not allow.',
  break: (parts) => withoutRule(parts, 'channels'),
} as const satisfies Fault
