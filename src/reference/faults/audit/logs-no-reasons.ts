import type { Fault } from '../fault.ts'

export const logsNoReasons = {
  id: 'logs-no-reasons',
  requirement: 'GOV-GA-169',
  title: 'Logs denied checks without the findings.',
  break: (parts) => ({
    ...parts,
    auditEntries: (items, planId) =>
      parts
        .auditEntries(items, planId)
        .map((entry) => ({ ...entry, ...(entry.status === 'denied' ? { findings: [] } : {}) })),
  }),
} as const satisfies Fault
