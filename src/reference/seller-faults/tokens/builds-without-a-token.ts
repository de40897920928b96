import { textAt } from '../../governance-agent/payload.ts'
import type { SellerFault } from '../seller-fault.ts'

export const buildsWithoutAToken = {
  id: 'builds-without-a-token',
  requirement: 'GOV-SE-016',
  title: 'Takes creative work for no purchase, and wants no token for it.',
  break: (parts) => ({
    ...parts,
    withoutToken: (args) =>
      'target_format_id' in args ? { planId: textAt(args.plan_id) ?? '', token: 'none' } : parts.withoutToken(args),
  }),
} as const satisfies SellerFault
