import type { Fault } from '../fault.ts'

export const commitsFailures = {
  id: 'commits-failures',
  requirement: 'GOV-GA-093',
  title: 'Commits the amount of an action that failed.',
  break: (parts) => ({
    ...parts,
    committedAmount: (args, check, state) =>
      args.outcome === 'failed' ? check.amount : parts.committedAmount(args, check, state),
  }),
} as const satisfies Fault
