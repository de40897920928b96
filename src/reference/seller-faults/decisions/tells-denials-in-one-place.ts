import type { SellerFault } from '../seller-fault.ts'

export const tellsDenialsInOnePlace = {
  id: 'tells-denials-in-one-place',
  requirement: 'GOV-SE-010',
  title: 'Tells a denial in the envelope alone.',
  break: (parts) => ({
    ...parts,
    errorPayload(refusal) {
      const { errors: _errors, ...rest } = parts.errorPayload(refusal)
      return refusal.code === 'GOVERNANCE_DENIED' ? rest : parts.errorPayload(refusal)
    },
  }),
} as const satisfies SellerFault
