import type { SellerFault } from '../seller-fault.ts'
import { withoutStep } from '../without-step.ts'

export const ignoresTheUseOfAKey = {
  id: 'ignores-the-use-of-a-key',
  requirement: 'GOV-SE-027',
  title: 'Accepts a token signed with a key for something else.',
  break: (parts) => withoutStep(parts, 'keyUse'),
} as const satisfies SellerFault
