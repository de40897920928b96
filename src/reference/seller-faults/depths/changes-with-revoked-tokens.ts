import type { SellerFault } from '../seller-fault.ts'
import { onPurchasesOnly } from './on-purchases-only.ts'

export const changesWithRevokedTokens = {
  id: 'changes-with-revoked-tokens',
  requirement: 'GOV-SE-030',
  title: 'Changes a media buy with a token that is revoked.',
  break: (parts) => onPurchasesOnly(parts, 'revocation'),
} as const satisfies SellerFault
