import { SellerRefusal } from '../../seller/refusal.ts'
import type { SellerFault } from '../seller-fault.ts'

export const changesInAnOutage = {
  id: 'changes-in-an-outage',
  requirement: 'GOV-SE-012',
  title: 'Changes a media buy while nobody can be asked.',
  break: (parts) => ({
    ...parts,
    async clear(question, work) {
      try {
        return await parts.clear(question, work)
      } catch (error) {
        const isForgiven = error instanceof SellerRefusal && error.code === 'GOVERNANCE_UNAVAILABLE'
        if (!isForgiven || question.phase !== 'modification' || question.purchaseType !== undefined) throw error
        return { planned: question.planned, nextCheck: undefined }
      }
    },
  }),
} as const satisfies SellerFault
