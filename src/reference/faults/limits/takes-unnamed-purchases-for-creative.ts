import type { Fault } from '../fault.ts'

export const takesUnnamedPurchasesForCreative = {
  id: 'takes-unnamed-purchases-for-creative',
  requirement: 'GOV-GA-085',
  title: 'Takes a request that names no type of purchase for creative services.',
  break: (parts) => ({
    ...parts,
    purchaseTypeOf: (args, before) =>
      parts.purchaseTypeOf({ purchase_type: before?.purchaseType ?? 'creative_services', ...args }, before),
  }),
} as const satisfies Fault
