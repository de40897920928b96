import type { Fault } from '../fault.ts'

export const takesPercentForAFraction = {
  id: 'takes-percent-for-a-fraction',
  requirement: 'GOV-GA-162',
  title: 'Reports how much of the budget is used as a fraction where a percentage is due.',
  break: (parts) => ({
    ...parts,
    auditBudget: (authorized, committed) => ({
      ...parts.auditBudget(authorized, committed),
      utilization_pct: authorized === 0 ? 0 : committed / authorized,
    }),
  }),
} as const satisfies Fault
