import { textAt } from '../../governance-agent/payload.ts'
import type { SellerFault } from '../seller-fault.ts'

export const facadeSellsAll = {
  id: 'facade-sells-all',
  requirement: 'GOV-SE-008',
  title: 'Registers governance agents, and never asks them anything, nor looks at a token.',
  break: (parts) => ({
    ...parts,
    authorityOf: async ({ governance_context }, { planId }) => ({
      planId: planId ?? '',
      token: textAt(governance_context) ?? '',
    }),
    clear: async ({ planned }) => ({ planned, nextCheck: undefined }),
    reportDelivery: async (buy) => buy,
  }),
} as const satisfies SellerFault
