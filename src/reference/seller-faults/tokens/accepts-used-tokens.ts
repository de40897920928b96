import type { SellerFault } from '../seller-fault.ts'
import { withoutStep } from '../without-step.ts'

export const acceptsUsedTokens = {
  id: 'accepts-used-tokens',
  requirement: 'GOV-SE-032',
  title: 'Accepts a token a second time.',
  break: (parts) => withoutStep(parts, 'replay'),
} as const satisfies SellerFault
