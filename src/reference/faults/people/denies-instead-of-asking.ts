import { violation } from '../../governance-agent/concern.ts'
import type { Fault } from '../fault.ts'

export const deniesInsteadOfAsking = {
  id: 'denies-instead-of-asking',
  requirement: 'GOV-GA-054',
  title: 'Denies at once where a human should decide.',
  break: (parts) => ({
    ...parts,
    decide(concerns, situation) {
      const decision = parts.decide(concerns, situation)
      if (decision.status !== 'escalated') return decision
      const { finding } = violation('human_review', decision.reason)
      return { status: 'denied', findings: [...decision.findings, finding] }
    },
  }),
} as const satisfies Fault
