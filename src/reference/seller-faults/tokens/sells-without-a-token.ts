import type { SellerFault } from '../seller-fault.ts'

export const sellsWithoutAToken = {
  id: 'sells-without-a-token',
  requirement: 'GOV-SE-016',
  title: 'Sells on a governed account to whoever brings no token.',
  break: (parts) => ({
    ...parts,
    withoutToken: ({ plan_id: plan }) => ({ planId: typeof plan === 'string' ? plan : '', token: 'none' }),
  }),
} as const satisfies SellerFault
