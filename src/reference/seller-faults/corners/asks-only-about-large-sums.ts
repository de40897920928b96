import type { SellerFault } from '../seller-fault.ts'

export const asksOnlyAboutLargeSums = {
  id: 'asks-only-about-large-sums',
  requirement: 'GOV-SE-008',
  title: 'Does not ask about purchases that it takes for small.',
  break: (parts) => ({
    ...parts,
    async clear(question, work) {
      const { phase, purchaseType, planned } = question
      const isSmall = phase === 'purchase' && purchaseType === undefined && Number(planned.total_budget) < 1000
      return isSmall ? { planned, nextCheck: undefined } : await parts.clear(question, work)
    },
  }),
} as const satisfies SellerFault
