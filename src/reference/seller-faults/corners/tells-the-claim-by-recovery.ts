import { SellerRefusal } from '../../seller/refusal.ts'
import type { SellerFault } from '../seller-fault.ts'

export const tellsTheClaimByRecovery = {
  id: 'tells-the-claim-by-recovery',
  requirement: 'GOV-SE-035',
  title: 'Calls a token for somebody else final, and all others correctable.',
  break: (parts) => ({
    ...parts,
    tokenRefusal(flaw) {
      const { code, message, more } = parts.tokenRefusal(flaw)
      return new SellerRefusal(code, message, { ...more, ...(flaw === 'audience' && { recovery: 'terminal' }) })
    },
  }),
} as const satisfies SellerFault
