import type { SellerFault } from '../seller-fault.ts'
import { onPurchasesOnly } from './on-purchases-only.ts'

export const changesForOtherSellers = {
  id: 'changes-for-other-sellers',
  requirement: 'GOV-SE-018',
  title: 'Changes a media buy with a token for another seller.',
  break: (parts) => onPurchasesOnly(parts, 'audience'),
} as const satisfies SellerFault
