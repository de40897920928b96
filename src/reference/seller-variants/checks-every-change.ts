import type { SellerVariant } from './seller-variant.ts'

export const checksEveryChange = {
  id: 'checks-every-change',
  title: 'Asks governance about pauses and cancellations too.',
  vary: (parts) => ({ ...parts, needsApproval: () => true }),
} as const satisfies SellerVariant
