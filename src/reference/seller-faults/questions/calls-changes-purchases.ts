import type { SellerFault } from '../seller-fault.ts'

export const callsChangesPurchases = {
  id: 'calls-changes-purchases',
  requirement: 'GOV-SE-042',
  title: 'Asks about a change as if it were a new purchase.',
  break: (parts) => ({
    ...parts,
    checkArguments: (question, url) =>
      parts.checkArguments(question.phase === 'modification' ? { ...question, phase: 'purchase' } : question, url),
  }),
} as const satisfies SellerFault
