import { iso } from '../../governance-agent/instant.ts'
import type { Fault } from '../fault.ts'

const fiveHours = 5 * 3_600_000

export const logsLocalTime = {
  id: 'logs-local-time',
  requirement: 'GOV-GA-160',
  title: 'Logs the local time of its office as if it were UTC.',
  break: (parts) => ({
    ...parts,
    auditEntries: (items, planId) =>
      parts
        .auditEntries(items, planId)
        .map((entry) => ({ ...entry, timestamp: iso(Date.parse(String(entry.timestamp)) - fiveHours) })),
  }),
} as const satisfies Fault
