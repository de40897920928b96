import { askGovernance } from '../../seller/ask-governance.ts'
import type { SellerFault } from '../seller-fault.ts'

export const facadeSellsFirst = {
  id: 'facade-sells-first',
  requirement: 'GOV-SE-008',
  title: 'Sells at once, and asks governance afterwards, for the record.',
  break: (parts) => ({
    ...parts,
    async clear(question, work) {
      setTimeout(() => void askGovernance(question, work).catch(() => undefined), 20)
      return { planned: question.planned, nextCheck: undefined }
    },
  }),
} as const satisfies SellerFault
