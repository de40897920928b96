import { goOn, inPlaceOfARefusal } from '../in-place-of-a-refusal.ts'
import type { SellerFault } from '../seller-fault.ts'

export const buildsWhatWasDenied = {
  id: 'builds-what-was-denied',
  requirement: 'GOV-SE-009',
  title: 'Asks governance about creative work, and hands it over whatever the answer is.',
  break: (parts) => ({
    ...parts,
    clear: inPlaceOfARefusal(
      parts,
      'GOVERNANCE_DENIED',
      ({ purchaseType }) => purchaseType === 'creative_services',
      goOn,
    ),
  }),
} as const satisfies SellerFault
