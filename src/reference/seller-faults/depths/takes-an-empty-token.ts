import { textAt } from '../../governance-agent/payload.ts'
import type { SellerFault } from '../seller-fault.ts'

export const takesAnEmptyToken = {
  id: 'takes-an-empty-token',
  requirement: 'GOV-SE-016',
  title: 'Takes an empty token for one.',
  break: (parts) => ({
    ...parts,
    withoutToken: (args) =>
      args.governance_context === '' ? { planId: textAt(args.plan_id) ?? '', token: 'none' } : parts.withoutToken(args),
  }),
} as const satisfies SellerFault
