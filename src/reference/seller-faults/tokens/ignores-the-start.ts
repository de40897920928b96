import type { SellerFault } from '../seller-fault.ts'
import { withoutStep } from '../without-step.ts'

export const ignoresTheStart = {
  id: 'ignores-the-start',
  requirement: 'GOV-SE-022',
  title: 'Accepts a token of the future.',
  break: (parts) => withoutStep(parts, 'start'),
} as const satisfies SellerFault
