import { SellerRefusal } from '../../seller/refusal.ts'
import type { SellerFault } from '../seller-fault.ts'

export const rejectsRightsInAnOutage = {
  id: 'rejects-rights-in-an-outage',
  requirement: 'GOV-SE-012',
  title: 'Rejects a right as if it were denied when nobody can be asked.',
  break: (parts) => ({
    ...parts,
    async clear(question, work) {
      try {
        return await parts.clear(question, work)
      } catch (error) {
        const isOutage = error instanceof SellerRefusal && error.code === 'GOVERNANCE_UNAVAILABLE'
        throw isOutage && question.purchaseType === 'rights_license' ? denied() : error
      }
    },
  }),
} as const satisfies SellerFault

function denied(): SellerRefusal {
  return new SellerRefusal('GOVERNANCE_DENIED', 'This right is not granted.')
}
