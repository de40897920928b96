import type { Fault } from '../fault.ts'

export const logsNoPlanHash = {
  id: 'logs-no-plan-hash',
  requirement: 'GOV-GA-161',
  title: 'Does not log which plan a check was held against.',
  break: (parts) => ({
    ...parts,
    auditEntries: (items, planId) => parts.auditEntries(items, planId).map(({ plan_hash: _hash, ...entry }) => entry),
  }),
} as const satisfies Fault
