import { askGovernance } from '../../seller/ask-governance.ts'
import type { SellerFault } from '../seller-fault.ts'

export const adjustsAndDoesNotAskAgain = {
  id: 'adjusts-and-does-not-ask-again',
  requirement: 'GOV-SE-014',
  title: 'Meets conditions and confirms without asking again.',
  break: (parts) => ({
    ...parts,
    async clear(question, work) {
      const decision = await askGovernance(question, work)
      const planned = decision.kind === 'conditions' ? parts.adjusted(question.planned, decision.conditions) : undefined
      if (planned) return { planned, nextCheck: undefined }
      return decision.kind === 'approved'
        ? { planned: question.planned, nextCheck: decision.nextCheck }
        : parts.onRefused(decision, question.planned)
    },
  }),
} as const satisfies SellerFault
