import type { Fault } from '../fault.ts'

export const logsNoContext = {
  id: 'logs-no-context',
  requirement: 'GOV-GA-161',
  title: 'Does not log the token that a check was answered with.',
  break: (parts) => ({
    ...parts,
    auditEntries: (items, planId) =>
      parts
        .auditEntries(items, planId)
        .map(({ governance_context, ...entry }) =>
          entry.type === 'check' || governance_context === undefined ? entry : { ...entry, governance_context },
        ),
  }),
} as const satisfies Fault
