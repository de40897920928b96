import { objectAt } from '../../governance-agent/payload.ts'
import type { Fault } from '../fault.ts'

export const countsApprovalsOnly = {
  id: 'counts-approvals-only',
  requirement: 'GOV-GA-160',
  title: 'Counts the checks that it has approved, and no others.',
  break: (parts) => ({
    ...parts,
    auditSummary(items) {
      const summary = parts.auditSummary(items)
      return { ...summary, checks_performed: objectAt(summary.statuses).approved ?? 0 }
    },
  }),
} as const satisfies Fault
