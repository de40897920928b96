import type { SellerFault } from '../seller-fault.ts'

export const reportsNoDelivery = {
  id: 'reports-no-delivery',
  requirement: 'GOV-SE-044',
  title: 'Never reports delivery to governance.',
  break: (parts) => ({ ...parts, reportDelivery: async (buy) => buy }),
} as const satisfies SellerFault
