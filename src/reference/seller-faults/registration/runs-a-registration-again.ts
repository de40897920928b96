import type { SellerFault } from '../seller-fault.ts'

export const runsARegistrationAgain = {
  id: 'runs-a-registration-again',
  requirement: 'GOV-SE-007',
  title: 'Carries out a registration again that is repeated with its key.',
  break: (parts) => ({
    ...parts,
    recall: (state, question) => (question.task === 'sync_governance' ? undefined : parts.recall(state, question)),
  }),
} as const satisfies SellerFault
