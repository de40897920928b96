import type { Fault } from '../fault.ts'
import { withoutRule } from '../with-rule.ts'

export const ignoresTheShareOfASeller = {
  id: 'ignores-the-share-of-a-seller',
  requirement: 'GOV-GA-049',
  title: 'Lets one seller have all of the budget.',
  break: (parts) => withoutRule(parts, 'sellerShare'),
} as const satisfies Fault
