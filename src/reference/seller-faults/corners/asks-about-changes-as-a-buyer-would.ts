import type { SellerFault } from '../seller-fault.ts'

export const asksAboutChangesAsABuyerWould = {
  id: 'asks-about-changes-as-a-buyer-would',
  requirement: 'GOV-SE-040',
  title: 'Sends a tool and a payload when it asks about a change.',
  break: (parts) => ({
    ...parts,
    checkArguments(question, url) {
      const args = parts.checkArguments(question, url)
      const asBuyer = { tool: 'update_media_buy', payload: { ...question.planned } }
      return question.phase === 'modification' ? { ...args, ...asBuyer } : args
    },
  }),
} as const satisfies SellerFault
