import type { SellerFault } from '../seller-fault.ts'
import { withoutStep } from '../without-step.ts'

export const ignoresThePhase = {
  id: 'ignores-the-phase',
  requirement: 'GOV-SE-020',
  title: 'Accepts a token for any phase.',
  break: (parts) => withoutStep(parts, 'phase'),
} as const satisfies SellerFault
