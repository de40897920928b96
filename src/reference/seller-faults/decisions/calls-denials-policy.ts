import { SellerRefusal } from '../../seller/refusal.ts'
import type { SellerFault } from '../seller-fault.ts'

export const callsDenialsPolicy = {
  id: 'calls-denials-policy',
  requirement: 'GOV-SE-009',
  title: 'Answers a denial with an error of its own.',
  break: (parts) => ({
    ...parts,
    onRefused(decision, planned) {
      if (decision.kind === 'denied') throw new SellerRefusal('POLICY_VIOLATION', 'This is against our policy.')
      return parts.onRefused(decision, planned)
    },
  }),
} as const satisfies SellerFault
