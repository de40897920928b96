import type { Fault } from '../fault.ts'

export const logsOnlyIntents = {
  id: 'logs-only-intents',
  requirement: 'GOV-GA-160',
  title: 'Leaves the checks of sellers out of the audit log.',
  break: (parts) => ({
    ...parts,
    auditEntries: (items, planId) =>
      parts.auditEntries(
        items.filter((item) => !('kind' in item && item.kind === 'execution')),
        planId,
      ),
  }),
} as const satisfies Fault
