import { totalOf } from '../../seller/planned-delivery.ts'
import type { SellerFault } from '../seller-fault.ts'

export const extendsFlightsWithoutAsking = {
  id: 'extends-flights-without-asking',
  requirement: 'GOV-SE-042',
  title: 'Asks about budgets only, and lets a purchase run longer by itself.',
  break: (parts) => ({
    ...parts,
    needsApproval: (before, after) => totalOf(before.packages) !== totalOf(after.packages),
  }),
} as const satisfies SellerFault
