import type { Fault } from '../fault.ts'

export const roundsWhatIsCommitted = {
  id: 'rounds-what-is-committed',
  requirement: 'GOV-GA-091',
  title: 'Commits whole units of money.',
  break: (parts) => ({
    ...parts,
    committedAmount: (args, check, state) => Math.round(parts.committedAmount(args, check, state)),
  }),
} as const satisfies Fault
