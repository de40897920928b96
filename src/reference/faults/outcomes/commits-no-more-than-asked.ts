import type { Fault } from '../fault.ts'

export const commitsNoMoreThanAsked = {
  id: 'commits-no-more-than-asked',
  requirement: 'GOV-GA-091',
  title: 'Commits what was checked when the seller has confirmed more.',
  break: (parts) => ({
    ...parts,
    committedAmount: (args, check, state) => Math.min(check.amount, parts.committedAmount(args, check, state)),
  }),
} as const satisfies Fault
