import type { SellerFault } from '../seller-fault.ts'

export const activatesSignalsWithoutAsking = {
  id: 'activates-signals-without-asking',
  requirement: 'GOV-SE-008',
  title: 'Asks governance about media buys, and about signals nobody.',
  break: (parts) => ({
    ...parts,
    clear: async (question, work) =>
      question.purchaseType === 'signal_activation'
        ? { planned: question.planned, nextCheck: undefined }
        : parts.clear(question, work),
  }),
} as const satisfies SellerFault
