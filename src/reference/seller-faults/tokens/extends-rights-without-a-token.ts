import { textAt } from '../../governance-agent/payload.ts'
import type { SellerFault } from '../seller-fault.ts'

export const extendsRightsWithoutAToken = {
  id: 'extends-rights-without-a-token',
  requirement: 'GOV-SE-016',
  title: 'Makes a right last longer for whoever brings no token.',
  break: (parts) => ({
    ...parts,
    withoutToken: (args) =>
      'rights_id' in args && 'end_date' in args
        ? { planId: textAt(args.plan_id) ?? '', token: 'none' }
        : parts.withoutToken(args),
  }),
} as const satisfies SellerFault
