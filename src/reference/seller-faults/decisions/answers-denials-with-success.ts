import type { SellerFault } from '../seller-fault.ts'

export const answersDenialsWithSuccess = {
  id: 'answers-denials-with-success',
  requirement: 'GOV-SE-010',
  title: 'Answers a denial as a call that succeeded.',
  break: (parts) => ({
    ...parts,
    flipsTransport: (refusal) => refusal.code !== 'GOVERNANCE_DENIED' && parts.flipsTransport(refusal),
  }),
} as const satisfies SellerFault
