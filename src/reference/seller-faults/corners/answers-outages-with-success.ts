import type { SellerFault } from '../seller-fault.ts'

export const answersOutagesWithSuccess = {
  id: 'answers-outages-with-success',
  requirement: 'GOV-SE-012',
  title: 'Answers an outage as a call that succeeded.',
  break: (parts) => ({
    ...parts,
    flipsTransport: (refusal) => refusal.code !== 'GOVERNANCE_UNAVAILABLE' && parts.flipsTransport(refusal),
  }),
} as const satisfies SellerFault
