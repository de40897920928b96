import type { SellerFault } from '../seller-fault.ts'
import { withoutStep } from '../without-step.ts'

export const acceptsAnyLifetime = {
  id: 'accepts-any-lifetime',
  requirement: 'GOV-SE-033',
  title: 'Accepts an execution token that lives for months.',
  break: (parts) => withoutStep(parts, 'lifetime'),
} as const satisfies SellerFault
