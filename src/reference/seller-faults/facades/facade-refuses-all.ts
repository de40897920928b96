import { refusalFor } from '../../seller/ask-governance.ts'
import type { SellerFault } from '../seller-fault.ts'

export const facadeRefusesAll = {
  id: 'facade-refuses-all',
  requirement: 'GOV-SE-053',
  title: 'Refuses whatever would cost money, so that nothing forbidden can happen.',
  break: (parts) => ({
    ...parts,
    isGoverned: () => true,
    async clear() {
      throw refusalFor({ kind: 'denied', findings: [], explanation: '' })
    },
  }),
} as const satisfies SellerFault
