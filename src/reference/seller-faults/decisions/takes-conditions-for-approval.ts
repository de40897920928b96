import type { SellerFault } from '../seller-fault.ts'

export const takesConditionsForApproval = {
  id: 'takes-conditions-for-approval',
  requirement: 'GOV-SE-015',
  title: 'Confirms a purchase on conditions.',
  break: (parts) => ({
    ...parts,
    onRefused: (decision, planned) =>
      decision.kind === 'conditions' ? { planned, nextCheck: undefined } : parts.onRefused(decision, planned),
  }),
} as const satisfies SellerFault
