import type { SellerFault } from '../seller-fault.ts'

export const takesTheEndOfATaskForApproval = {
  id: 'takes-the-end-of-a-task-for-approval',
  requirement: 'GOV-SE-015',
  title: 'Takes a task that is completed for an approval, whatever it decided.',
  break: (parts) => ({
    ...parts,
    decisionIn: (reply) =>
      reply?.payload.status === 'completed' ? { kind: 'approved', nextCheck: undefined } : parts.decisionIn(reply),
  }),
} as const satisfies SellerFault
