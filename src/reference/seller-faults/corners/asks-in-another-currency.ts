import type { SellerFault } from '../seller-fault.ts'

export const asksInAnotherCurrency = {
  id: 'asks-in-another-currency',
  requirement: 'GOV-SE-040',
  title: 'Asks about the same number in a currency that is worth less.',
  break: (parts) => ({
    ...parts,
    checkArguments: (question, url) =>
      parts.checkArguments({ ...question, planned: { ...question.planned, currency: 'JPY' } }, url),
  }),
} as const satisfies SellerFault
