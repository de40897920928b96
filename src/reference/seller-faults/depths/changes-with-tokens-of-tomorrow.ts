import type { SellerFault } from '../seller-fault.ts'
import { onPurchasesOnly } from './on-purchases-only.ts'

export const changesWithTokensOfTomorrow = {
  id: 'changes-with-tokens-of-tomorrow',
  requirement: 'GOV-SE-022',
  title: 'Changes a media buy with a token that is not good yet.',
  break: (parts) => onPurchasesOnly(parts, 'start'),
} as const satisfies SellerFault
