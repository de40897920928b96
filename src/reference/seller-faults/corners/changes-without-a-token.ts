import type { SellerFault } from '../seller-fault.ts'

export const changesWithoutAToken = {
  id: 'changes-without-a-token',
  requirement: 'GOV-SE-016',
  title: 'Raises the budget of a governed purchase without a token.',
  break: (parts) => ({
    ...parts,
    withoutToken: (args) =>
      args.media_buy_id === undefined ? parts.withoutToken(args) : { planId: 'unknown', token: 'none' },
  }),
} as const satisfies SellerFault
