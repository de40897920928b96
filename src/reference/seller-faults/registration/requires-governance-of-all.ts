import type { SellerFault } from '../seller-fault.ts'

export const requiresGovernanceOfAll = {
  id: 'requires-governance-of-all',
  requirement: 'GOV-SE-047',
  title: 'Asks for a governance context on accounts that nobody governs.',
  break: (parts) => ({ ...parts, isGoverned: () => true }),
} as const satisfies SellerFault
