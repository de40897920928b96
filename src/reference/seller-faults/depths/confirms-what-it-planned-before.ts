import type { SellerFault } from '../seller-fault.ts'

export const confirmsWhatItPlannedBefore = {
  id: 'confirms-what-it-planned-before',
  requirement: 'GOV-SE-014',
  title: 'Asks again with what the conditions ask for, and confirms what it had planned before.',
  break: (parts) => ({
    ...parts,
    clear: async (question, work) => ({ ...(await parts.clear(question, work)), planned: question.planned }),
  }),
} as const satisfies SellerFault
