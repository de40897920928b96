import type { SellerFault } from '../seller-fault.ts'

export const tellsTheFirstFindingOnly = {
  id: 'tells-the-first-finding-only',
  requirement: 'GOV-SE-055',
  title: 'Tells the first of several findings.',
  break: (parts) => ({
    ...parts,
    decisionIn(reply) {
      const decision = parts.decisionIn(reply)
      return decision.kind === 'denied' ? { ...decision, findings: decision.findings.slice(0, 1) } : decision
    },
  }),
} as const satisfies SellerFault
