import type { SellerFault } from '../seller-fault.ts'
import { withHeaderStep } from '../without-step.ts'

export const ignoresTheType = {
  id: 'ignores-the-type',
  requirement: 'GOV-SE-024',
  title: 'Accepts a token of any type.',
  break: (parts) => withHeaderStep(parts, 'type', () => undefined),
} as const satisfies SellerFault
