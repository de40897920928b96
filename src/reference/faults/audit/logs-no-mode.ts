import type { Fault } from '../fault.ts'

export const logsNoMode = {
  id: 'logs-no-mode',
  requirement: 'GOV-GA-167',
  title: 'Does not log in which mode a check was made.',
  break: (parts) => ({
    ...parts,
    auditEntries: (items, planId) => parts.auditEntries(items, planId).map(({ mode: _mode, ...entry }) => entry),
  }),
} as const satisfies Fault
