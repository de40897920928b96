import type { SellerFault } from '../seller-fault.ts'

export const understatesTheBudget = {
  id: 'understates-the-budget',
  requirement: 'GOV-SE-040',
  title: 'Asks about half of what it sells.',
  break: (parts) => ({
    ...parts,
    checkArguments(question, url) {
      const { planned } = question
      const total_budget = Number(planned.total_budget) / 2
      return parts.checkArguments({ ...question, planned: { ...planned, total_budget } }, url)
    },
  }),
} as const satisfies SellerFault
