import { Refusal } from '../../governance-agent/refusal.ts'
import type { Fault } from '../fault.ts'

export const namesNoReference = {
  id: 'names-no-reference',
  requirement: 'GOV-GA-095',
  title: 'Says that a reference is unknown, and not which.',
  break: (parts) => ({
    ...parts,
    errorPayload: (refusal) =>
      parts.errorPayload(refusal.code === 'REFERENCE_NOT_FOUND' ? new Refusal(refusal.code, refusal.message) : refusal),
  }),
} as const satisfies Fault
