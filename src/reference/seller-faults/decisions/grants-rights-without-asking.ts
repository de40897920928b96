import type { SellerFault } from '../seller-fault.ts'

export const grantsRightsWithoutAsking = {
  id: 'grants-rights-without-asking',
  requirement: 'GOV-SE-008',
  title: 'Grants a right to whoever has a token, and asks governance only when it is to last longer.',
  break: (parts) => ({
    ...parts,
    clear: async (question, work) =>
      question.purchaseType === 'rights_license' && question.phase === 'purchase'
        ? { planned: question.planned, nextCheck: undefined }
        : parts.clear(question, work),
  }),
} as const satisfies SellerFault
