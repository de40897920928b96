import type { Fault } from '../fault.ts'

export const logsTheFirstToken = {
  id: 'logs-the-first-token',
  requirement: 'GOV-GA-161',
  title: 'Logs the first token of a plan with every check.',
  break: (parts) => ({
    ...parts,
    auditEntries(items, planId) {
      const entries = parts.auditEntries(items, planId)
      const governance_context = entries.find((entry) => entry.governance_context !== undefined)?.governance_context
      return entries.map((entry) =>
        entry.type !== 'check' || governance_context === undefined ? entry : { ...entry, governance_context },
      )
    },
  }),
} as const satisfies Fault
