import type { Fault } from '../fault.ts'

export const countsNoOutcomes = {
  id: 'counts-no-outcomes',
  requirement: 'GOV-GA-162',
  title: 'Leaves reported outcomes out of its count.',
  break: (parts) => ({ ...parts, auditSummary: (items) => ({ ...parts.auditSummary(items), outcomes_reported: 0 }) }),
} as const satisfies Fault
