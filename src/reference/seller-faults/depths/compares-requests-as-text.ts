import { asked } from '../../seller/idempotency.ts'
import { SellerRefusal } from '../../seller/refusal.ts'
import type { SellerFault } from '../seller-fault.ts'

export const comparesRequestsAsText = {
  id: 'compares-requests-as-text',
  requirement: 'GOV-SE-007',
  title: 'Takes a repeated request for another one when its members come in another order.',
  break: (parts) => ({
    ...parts,
    recall(state, question) {
      const before = parts.recall(state, question)
      const wording = JSON.stringify(asked(question.args))
      const isKnown = [...state.replies.values()].some((one) => JSON.stringify(one.question) === wording)
      if (before !== undefined && !isKnown) throw new SellerRefusal('IDEMPOTENCY_CONFLICT', 'This key was used before.')
      return before
    },
  }),
} as const satisfies SellerFault
