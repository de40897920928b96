import type { Fault } from '../fault.ts'

export const commitsWhatWasAsked = {
  id: 'commits-what-was-asked',
  requirement: 'GOV-GA-091',
  title: 'Commits what was checked instead of what the seller confirmed.',
  break: (parts) => ({
    ...parts,
    committedAmount: (args, check, state) =>
      args.outcome === 'completed' ? check.amount : parts.committedAmount(args, check, state),
  }),
} as const satisfies Fault
