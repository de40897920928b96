import type { SellerFault } from '../seller-fault.ts'
import { onPurchasesOnly } from './on-purchases-only.ts'

export const changesWithExpiredTokens = {
  id: 'changes-with-expired-tokens',
  requirement: 'GOV-SE-021',
  title: 'Changes a media buy with a token that has expired.',
  break: (parts) => onPurchasesOnly(parts, 'expiry'),
} as const satisfies SellerFault
