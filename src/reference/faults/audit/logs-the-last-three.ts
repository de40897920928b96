import type { Fault } from '../fault.ts'

export const logsTheLastThree = {
  id: 'logs-the-last-three',
  requirement: 'GOV-GA-160',
  title: 'Keeps the last three entries of each log.',
  break: (parts) => ({
    ...parts,
    auditEntries: (items, planId) => parts.auditEntries(items, planId).slice(-3),
  }),
} as const satisfies Fault
