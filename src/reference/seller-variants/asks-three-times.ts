import type { SellerVariant } from './seller-variant.ts'

export const asksThreeTimes = {
  id: 'asks-three-times',
  title: 'Asks a governance agent three times before it gives up.',
  vary: (parts) => ({ ...parts, attempts: 3 }),
} as const satisfies SellerVariant
