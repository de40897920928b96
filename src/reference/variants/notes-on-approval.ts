import type { Finding } from '../governance-agent/concern.ts'
import type { Variant } from './variant.ts'

export const notesOnApproval = {
  id: 'notes-on-approval',
  title: 'Says what it has looked at in a finding of severity info, on approvals too.',
  vary: (parts) => ({
    ...parts,
    decide(concerns, situation) {
      const decision = parts.decide(concerns, situation)
      return { ...decision, findings: [...decision.findings, seen] }
    },
  }),
} as const satisfies Variant

const seen: Finding = {
  category_id: 'observation',
  severity: 'info',
  explanation: 'The plan was read, and the request held against it.',
  confidence: 1,
}
