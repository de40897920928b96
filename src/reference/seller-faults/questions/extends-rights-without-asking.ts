import type { SellerFault } from '../seller-fault.ts'

export const extendsRightsWithoutAsking = {
  id: 'extends-rights-without-asking',
  requirement: 'GOV-SE-042',
  title: 'Asks governance before it grants a right, and not before it makes it last longer.',
  break: (parts) => ({
    ...parts,
    clear: async (question, work) =>
      question.purchaseType === 'rights_license' && question.phase === 'modification'
        ? { planned: question.planned, nextCheck: undefined }
        : parts.clear(question, work),
  }),
} as const satisfies SellerFault
