import { SellerRefusal } from '../../seller/refusal.ts'
import type { SellerFault } from '../seller-fault.ts'

export const tellsWhichClaimWasWrong = {
  id: 'tells-which-claim-was-wrong',
  requirement: 'GOV-SE-035',
  title: 'Tells what was wrong with a token.',
  break: (parts) => ({
    ...parts,
    tokenRefusal: (flaw) => new SellerRefusal('PERMISSION_DENIED', `The governance_context is refused: ${flaw}.`),
  }),
} as const satisfies SellerFault
