import type { SellerFault } from '../seller-fault.ts'

export const neverAsksGovernance = {
  id: 'never-asks-governance',
  requirement: 'GOV-SE-008',
  title: 'Confirms purchases without asking governance.',
  break: (parts) => ({ ...parts, clear: async ({ planned }) => ({ planned, nextCheck: undefined }) }),
} as const satisfies SellerFault
