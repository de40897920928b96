import type { SellerFault } from '../seller-fault.ts'

export const asksAboutChangesAsTheBuyer = {
  id: 'asks-about-changes-as-the-buyer',
  requirement: 'GOV-SE-040',
  title: 'Names the buyer as the caller when it asks about a change.',
  break: (parts) => ({
    ...parts,
    checkArguments: (question, url) =>
      parts.checkArguments(question, question.phase === 'modification' ? 'https://pinnacle-agency.example' : url),
  }),
} as const satisfies SellerFault
