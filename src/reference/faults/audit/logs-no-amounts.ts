import type { Fault } from '../fault.ts'

export const logsNoAmounts = {
  id: 'logs-no-amounts',
  requirement: 'GOV-GA-160',
  title: 'Does not log what an action would have cost.',
  break: (parts) => ({
    ...parts,
    auditEntries: (items, planId) =>
      parts
        .auditEntries(items, planId)
        .map((entry) => ({ ...entry, ...(entry.type === 'check' ? { explanation: 'Checked.' } : {}) })),
  }),
} as const satisfies Fault
