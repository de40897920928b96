import type { Fault } from '../fault.ts'

export const logsTheFirstVersion = {
  id: 'logs-the-first-version',
  requirement: 'GOV-GA-168',
  title: 'Reports version 1 of a plan, however often it was synced.',
  break: (parts) => ({ ...parts, auditVersion: () => 1 }),
} as const satisfies Fault
