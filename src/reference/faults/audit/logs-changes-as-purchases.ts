import type { Fault } from '../fault.ts'

export const logsChangesAsPurchases = {
  id: 'logs-changes-as-purchases',
  requirement: 'GOV-GA-160',
  title: 'Logs every proposed change as a new buy.',
  break: (parts) => ({
    ...parts,
    auditEntries: (items, planId) =>
      parts
        .auditEntries(items, planId)
        .map((entry) => (entry.tool === 'update_media_buy' ? { ...entry, tool: 'create_media_buy' } : entry)),
  }),
} as const satisfies Fault
