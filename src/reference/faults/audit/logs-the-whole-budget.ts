import type { Fault } from '../fault.ts'

export const logsTheWholeBudget = {
  id: 'logs-the-whole-budget',
  requirement: 'GOV-GA-162',
  title: 'Reports the whole budget as remaining in the audit log.',
  break: (parts) => ({
    ...parts,
    auditBudget: (authorised, committed) => ({ ...parts.auditBudget(authorised, committed), remaining: authorised }),
  }),
} as const satisfies Fault
