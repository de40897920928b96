import type { SellerFault } from '../seller-fault.ts'

export const deliversAfterADenial = {
  id: 'delivers-after-a-denial',
  requirement: 'GOV-SE-045',
  title: 'Goes on delivering after a delivery check was denied.',
  break: (parts) => ({ ...parts, afterDelivery: (buy) => buy }),
} as const satisfies SellerFault
