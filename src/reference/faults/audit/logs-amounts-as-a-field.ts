import type { Fault } from '../fault.ts'

export const logsAmountsAsAField = {
  id: 'logs-amounts-as-a-field',
  requirement: 'GOV-GA-013',
  title: 'Adds an amount to each entry of the log, where the object is closed.',
  break: (parts) => ({
    ...parts,
    auditEntries: (items, planId) => parts.auditEntries(items, planId).map((entry) => ({ ...entry, amount: 0 })),
  }),
} as const satisfies Fault
