import type { SellerFault } from '../seller-fault.ts'
import { neverAsksGovernance } from './never-asks-governance.ts'

export const claimsToAskGovernance = {
  ...neverAsksGovernance,
  id: 'claims-to-ask-governance',
  requirement: 'GOV-SE-051',
  title: 'Declares that it is aware of governance, and asks nobody.',
} as const satisfies SellerFault
