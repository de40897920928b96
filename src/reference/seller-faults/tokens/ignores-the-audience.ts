import type { SellerFault } from '../seller-fault.ts'
import { withoutStep } from '../without-step.ts'

export const ignoresTheAudience = {
  id: 'ignores-the-audience',
  requirement: 'GOV-SE-018',
  title: 'Accepts a token for another seller.',
  break: (parts) => withoutStep(parts, 'audience'),
} as const satisfies SellerFault
