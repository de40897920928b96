import type { SellerFault } from '../seller-fault.ts'
import { withoutStep } from '../without-step.ts'

export const ignoresTheExpiry = {
  id: 'ignores-the-expiry',
  requirement: 'GOV-SE-021',
  title: 'Accepts an expired token.',
  break: (parts) => withoutStep(parts, 'expiry'),
} as const satisfies SellerFault
