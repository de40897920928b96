import type { SellerFault } from '../seller-fault.ts'
import { withoutStep } from '../without-step.ts'

export const ignoresThePlan = {
  id: 'ignores-the-plan',
  requirement: 'GOV-SE-019',
  title: 'Accepts a token for another plan.',
  break: (parts) => withoutStep(parts, 'plan'),
} as const satisfies SellerFault
