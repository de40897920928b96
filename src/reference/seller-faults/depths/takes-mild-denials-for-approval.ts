import type { SellerFault } from '../seller-fault.ts'

export const takesMildDenialsForApproval = {
  id: 'takes-mild-denials-for-approval',
  requirement: 'GOV-SE-009',
  title: 'Sells what is denied when no finding is critical.',
  break: (parts) => ({
    ...parts,
    decisionIn(reply) {
      const decision = parts.decisionIn(reply)
      const isMild = decision.kind === 'denied' && decision.findings.every(({ severity }) => severity !== 'critical')
      return isMild ? { kind: 'approved', nextCheck: undefined } : decision
    },
  }),
} as const satisfies SellerFault
