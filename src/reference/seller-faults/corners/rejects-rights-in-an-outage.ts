import { SellerRefusal } from '../../seller/refusal.ts'
import { inPlaceOfARefusal } from '../in-place-of-a-refusal.ts'
import type { SellerFault } from '../seller-fault.ts'

export const rejectsRightsInAnOutage = {
  id: 'rejects-rights-in-an-outage',
  requirement: 'GOV-SE-012',
  title: 'Rejects a right as if it were denied when nobody can be asked.',
  break: (parts) => ({
    ...parts,
    clear: inPlaceOfARefusal(
      parts,
      'GOVERNANCE_UNAVAILABLE',
      ({ purchaseType }) => purchaseType === 'rights_license',
      denied,
    ),
  }),
} as const satisfies SellerFault

function denied(): never {
  throw new SellerRefusal('GOVERNANCE_DENIED', 'This right is not granted.')
}
