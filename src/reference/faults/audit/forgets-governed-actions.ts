import type { Fault } from '../fault.ts'

export const forgetsGovernedActions = {
  id: 'forgets-governed-actions',
  requirement: 'GOV-GA-162',
  title: 'Lists no governed actions, whatever was bought.',
  break: (parts) => ({ ...parts, auditedActions: () => [] }),
} as const satisfies Fault
