import type { SellerFault } from '../seller-fault.ts'

export const losesWhatItSold = {
  id: 'loses-what-it-sold',
  requirement: 'GOV-SE-053',
  title: 'Confirms a governed purchase and does not make it.',
  break: (parts) => ({
    ...parts,
    keepBuy(state, buy) {
      if (buy.authority === undefined) parts.keepBuy(state, buy)
    },
  }),
} as const satisfies SellerFault
