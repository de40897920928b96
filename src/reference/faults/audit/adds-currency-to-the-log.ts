import type { Fault } from '../fault.ts'

export const addsCurrencyToTheLog = {
  id: 'adds-currency-to-the-log',
  requirement: 'GOV-GA-012',
  title: 'Adds a currency to the budget of the log, where the object is closed.',
  break: (parts) => ({
    ...parts,
    auditBudget: (authorised, committed) => ({ ...parts.auditBudget(authorised, committed), currency: 'USD' }),
  }),
} as const satisfies Fault
