import type { SellerFault } from '../seller-fault.ts'

export const sellsWhenGovernanceIsSilent = {
  id: 'sells-when-governance-is-silent',
  requirement: 'GOV-SE-012',
  title: 'Confirms a purchase when governance cannot be reached.',
  break: (parts) => ({
    ...parts,
    onRefused: (decision, planned) =>
      decision.kind === 'unavailable' ? { planned, nextCheck: undefined } : parts.onRefused(decision, planned),
  }),
} as const satisfies SellerFault
