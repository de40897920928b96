import type { SellerFault } from '../seller-fault.ts'

export const meetsTheFirstConditionOnly = {
  id: 'meets-the-first-condition-only',
  requirement: 'GOV-SE-014',
  title: 'Meets the first of several conditions, and asks again.',
  break: (parts) => ({
    ...parts,
    adjusted: (planned, conditions) => parts.adjusted(planned, conditions.slice(0, 1)),
  }),
} as const satisfies SellerFault
