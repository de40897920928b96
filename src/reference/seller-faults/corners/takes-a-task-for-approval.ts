import type { SellerFault } from '../seller-fault.ts'

export const takesATaskForApproval = {
  id: 'takes-a-task-for-approval',
  requirement: 'GOV-SE-015',
  title: 'Takes a task that goes on for an approval.',
  break: (parts) => ({
    ...parts,
    decisionIn: (reply) =>
      reply?.payload.status === 'submitted' ? { kind: 'approved', nextCheck: undefined } : parts.decisionIn(reply),
  }),
} as const satisfies SellerFault
