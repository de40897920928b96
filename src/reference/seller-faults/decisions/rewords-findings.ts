import type { SellerFault } from '../seller-fault.ts'

export const rewordsFindings = {
  id: 'rewords-findings',
  requirement: 'GOV-SE-055',
  title: 'Puts findings into words of its own.',
  break: (parts) => ({
    ...parts,
    onRefused(decision, planned) {
      if (decision.kind !== 'denied') return parts.onRefused(decision, planned)
      const findings = decision.findings.map((one) => ({ ...one, explanation: 'Not within the plan.' }))
      return parts.onRefused({ ...decision, findings }, planned)
    },
  }),
} as const satisfies SellerFault
