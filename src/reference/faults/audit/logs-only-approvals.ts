import type { Fault } from '../fault.ts'

export const logsOnlyApprovals = {
  id: 'logs-only-approvals',
  requirement: 'GOV-GA-160',
  title: 'Leaves denied checks out of the audit log.',
  break: (parts) => ({
    ...parts,
    auditEntries: (items, planId) =>
      parts.auditEntries(
        items.filter((item) => item.status !== 'denied'),
        planId,
      ),
  }),
} as const satisfies Fault
