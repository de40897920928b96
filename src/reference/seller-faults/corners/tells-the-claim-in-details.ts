import { SellerRefusal } from '../../seller/refusal.ts'
import type { SellerFault } from '../seller-fault.ts'

export const tellsTheClaimInDetails = {
  id: 'tells-the-claim-in-details',
  requirement: 'GOV-SE-035',
  title: 'Tells in the details of an error which claim was wrong.',
  break: (parts) => ({
    ...parts,
    tokenRefusal(flaw) {
      const { code, message, more } = parts.tokenRefusal(flaw)
      return new SellerRefusal(code, message, { ...more, details: { claim: flaw } })
    },
  }),
} as const satisfies SellerFault
