import type { SellerFault } from '../seller-fault.ts'
import { withoutStep } from '../without-step.ts'

export const ignoresTheSignature = {
  id: 'ignores-the-signature',
  requirement: 'GOV-SE-017',
  title: 'Does not verify the signature of a token.',
  break: (parts) => withoutStep(parts, 'signature'),
} as const satisfies SellerFault
