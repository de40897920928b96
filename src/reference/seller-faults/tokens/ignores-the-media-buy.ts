import type { SellerFault } from '../seller-fault.ts'
import { withoutStep } from '../without-step.ts'

export const ignoresTheMediaBuy = {
  id: 'ignores-the-media-buy',
  requirement: 'GOV-SE-020',
  title: 'Accepts a token for another media buy.',
  break: (parts) => withoutStep(parts, 'mediaBuy'),
} as const satisfies SellerFault
