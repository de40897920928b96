import { SellerRefusal } from '../../seller/refusal.ts'
import type { SellerFault } from '../seller-fault.ts'

export const buildsWhatWasDenied = {
  id: 'builds-what-was-denied',
  requirement: 'GOV-SE-009',
  title: 'Asks governance about creative work, and hands it over whatever the answer is.',
  break: (parts) => ({
    ...parts,
    async clear(question, work) {
      try {
        return await parts.clear(question, work)
      } catch (error) {
        const isDenial = error instanceof SellerRefusal && error.code === 'GOVERNANCE_DENIED'
        if (!isDenial || question.purchaseType !== 'creative_services') throw error
        return { planned: question.planned, nextCheck: undefined }
      }
    },
  }),
} as const satisfies SellerFault
