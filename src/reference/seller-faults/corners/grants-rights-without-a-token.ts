import type { SellerFault } from '../seller-fault.ts'

export const grantsRightsWithoutAToken = {
  id: 'grants-rights-without-a-token',
  requirement: 'GOV-SE-016',
  title: 'Grants a right on a governed account without a token.',
  break: (parts) => ({
    ...parts,
    withoutToken: (args) =>
      args.rights_id === undefined ? parts.withoutToken(args) : { planId: 'unknown', token: 'none' },
  }),
} as const satisfies SellerFault
