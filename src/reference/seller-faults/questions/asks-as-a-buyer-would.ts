import type { SellerFault } from '../seller-fault.ts'

export const asksAsABuyerWould = {
  id: 'asks-as-a-buyer-would',
  requirement: 'GOV-SE-040',
  title: 'Sends a tool and a payload, as buyers do.',
  break: (parts) => ({
    ...parts,
    checkArguments: (question, url) => ({
      ...parts.checkArguments(question, url),
      tool: 'create_media_buy',
      payload: { ...question.planned },
    }),
  }),
} as const satisfies SellerFault
