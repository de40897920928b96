import type { SellerFault } from '../seller-fault.ts'

export const reportsWithoutTheToken = {
  id: 'reports-without-the-token',
  requirement: 'GOV-SE-039',
  title: 'Reports delivery without the token of the purchase.',
  break: (parts) => ({
    ...parts,
    checkArguments(question, url) {
      const { governance_context, ...args } = parts.checkArguments(question, url)
      return question.phase === 'delivery' || governance_context === undefined ? args : { ...args, governance_context }
    },
  }),
} as const satisfies SellerFault
