import type { Fault } from '../fault.ts'
import { withoutRule } from '../with-rule.ts'

export const ignoresTheChannelMix = {
  id: 'ignores-the-channel-mix',
  requirement: 'GOV-GA-046',
  title: 'Lets one channel take more than its share.',
  break: (parts) => withoutRule(parts, 'channelMix'),
} as const satisfies Fault
