import type { SellerFault } from '../seller-fault.ts'

export const callsSilenceADenial = {
  id: 'calls-silence-a-denial',
  requirement: 'GOV-SE-012',
  title: 'Calls it a denial when governance cannot be reached.',
  break: (parts) => ({
    ...parts,
    onRefused(decision, planned) {
      const { kind } = decision
      return parts.onRefused(
        kind === 'unavailable' ? { kind: 'denied', findings: [], explanation: '' } : decision,
        planned,
      )
    },
  }),
} as const satisfies SellerFault
