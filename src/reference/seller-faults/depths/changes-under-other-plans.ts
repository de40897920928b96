import type { SellerFault } from '../seller-fault.ts'
import { onPurchasesOnly } from './on-purchases-only.ts'

export const changesUnderOtherPlans = {
  id: 'changes-under-other-plans',
  requirement: 'GOV-SE-019',
  title: 'Changes a media buy with a token for another plan.',
  break: (parts) => onPurchasesOnly(parts, 'plan'),
} as const satisfies SellerFault
