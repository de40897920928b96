import type { Fault } from '../fault.ts'

export const isSilentOnDiscrepancies = {
  id: 'is-silent-on-discrepancies',
  requirement: 'GOV-GA-092',
  title: 'Accepts an amount other than the one that was checked without a word.',
  break: (parts) => ({
    ...parts,
    outcomeFindings: (reported) => parts.outcomeFindings({ ...reported, check: { ...reported.check, amount: 0 } }),
  }),
} as const satisfies Fault
