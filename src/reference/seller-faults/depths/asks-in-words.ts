import type { SellerFault } from '../seller-fault.ts'

export const asksInWords = {
  id: 'asks-in-words',
  requirement: 'GOV-SE-040',
  title: 'Writes the budget as text when it asks.',
  break: (parts) => ({
    ...parts,
    checkArguments(question, url) {
      const { planned } = question
      const total_budget = String(planned.total_budget)
      return parts.checkArguments({ ...question, planned: { ...planned, total_budget } }, url)
    },
  }),
} as const satisfies SellerFault
