import { SellerRefusal } from '../../seller/refusal.ts'
import type { SellerFault } from '../seller-fault.ts'

export const asksUntilItIsApproved = {
  id: 'asks-until-it-is-approved',
  requirement: 'GOV-SE-009',
  title: 'Asks again when it is denied.',
  break: (parts) => ({
    ...parts,
    async clear(question, work) {
      try {
        return await parts.clear(question, work)
      } catch (error) {
        if (!(error instanceof SellerRefusal) || error.code !== 'GOVERNANCE_DENIED') throw error
        return await parts.clear(question, work)
      }
    },
  }),
} as const satisfies SellerFault
