import { SellerRefusal } from '../../seller/refusal.ts'
import type { SellerFault } from '../seller-fault.ts'

export const activatesSignalsWhenGovernanceIsSilent = {
  id: 'activates-signals-when-governance-is-silent',
  requirement: 'GOV-SE-012',
  title: 'Activates a signal when governance cannot be reached.',
  break: (parts) => ({
    ...parts,
    async clear(question, work) {
      try {
        return await parts.clear(question, work)
      } catch (error) {
        const isSilence = error instanceof SellerRefusal && error.code === 'GOVERNANCE_UNAVAILABLE'
        if (!isSilence || question.purchaseType !== 'signal_activation') throw error
        return { planned: question.planned, nextCheck: undefined }
      }
    },
  }),
} as const satisfies SellerFault
