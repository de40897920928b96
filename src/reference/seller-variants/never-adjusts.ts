import type { SellerVariant } from './seller-variant.ts'

export const neverAdjusts = {
  id: 'never-adjusts',
  title: 'Refuses on conditions instead of adjusting what it planned.',
  vary: (parts) => ({ ...parts, adjusted: () => undefined }),
} as const satisfies SellerVariant
