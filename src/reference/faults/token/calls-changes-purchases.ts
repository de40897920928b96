import type { Fault } from '../fault.ts'

export const callsChangesPurchases = {
  id: 'calls-changes-purchases',
  requirement: 'GOV-GA-140',
  title: 'Issues a token for a change with the phase of a purchase.',
  break: (parts) => ({
    ...parts,
    tokenClaims: (given) => ({
      ...parts.tokenClaims(given),
      ...(given.phase === 'modification' ? { phase: 'purchase' } : {}),
    }),
  }),
} as const satisfies Fault
