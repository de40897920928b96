import type { Fault } from '../fault.ts'

export const forgetsToSubtract = {
  id: 'forgets-to-subtract',
  requirement: 'GOV-GA-094',
  title: 'Answers the whole budget as what remains of it.',
  break: (parts) => ({
    ...parts,
    planSummary: (authorised, committed) => ({
      ...parts.planSummary(authorised, committed),
      budget_remaining: authorised,
    }),
  }),
} as const satisfies Fault
