import type { SellerFault } from '../seller-fault.ts'

export const keepsWhatWasDenied = {
  id: 'keeps-what-was-denied',
  requirement: 'GOV-SE-052',
  title: 'Makes the purchase first and asks then.',
  break: (parts) => ({ ...parts, reserve: (state, buy) => parts.keepBuy(state, buy) }),
} as const satisfies SellerFault
