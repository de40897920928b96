import type { SellerFault } from '../seller-fault.ts'

export const takesGarbageForApproval = {
  id: 'takes-garbage-for-approval',
  requirement: 'GOV-SE-015',
  title: 'Takes any answer that is not a denial for an approval.',
  break: (parts) => ({
    ...parts,
    decisionIn(reply) {
      const decision = parts.decisionIn(reply)
      const isGarbage = decision.kind === 'unavailable' && reply !== undefined && !reply.isError
      return isGarbage ? { kind: 'approved', nextCheck: undefined } : decision
    },
  }),
} as const satisfies SellerFault
