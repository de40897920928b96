import { goOn, inPlaceOfARefusal } from '../in-place-of-a-refusal.ts'
import type { SellerFault } from '../seller-fault.ts'

export const activatesSignalsWhenGovernanceIsSilent = {
  id: 'activates-signals-when-governance-is-silent',
  requirement: 'GOV-SE-012',
  title: 'Activates a signal when governance cannot be reached.',
  break: (parts) => ({
    ...parts,
    clear: inPlaceOfARefusal(
      parts,
      'GOVERNANCE_UNAVAILABLE',
      ({ purchaseType }) => purchaseType === 'signal_activation',
      goOn,
    ),
  }),
} as const satisfies SellerFault
