import { goOn, inPlaceOfARefusal } from '../in-place-of-a-refusal.ts'
import type { SellerFault } from '../seller-fault.ts'

export const changesInAnOutage = {
  id: 'changes-in-an-outage',
  requirement: 'GOV-SE-012',
  title: 'Changes a media buy while nobody can be asked.',
  break: (parts) => ({
    ...parts,
    clear: inPlaceOfARefusal(
      parts,
      'GOVERNANCE_UNAVAILABLE',
      ({ phase, purchaseType }) => phase === 'modification' && purchaseType === undefined,
      goOn,
    ),
  }),
} as const satisfies SellerFault
