import type { Fault } from '../fault.ts'

export const callsDeliveriesPurchases = {
  id: 'calls-deliveries-purchases',
  requirement: 'GOV-GA-140',
  title: 'Issues a token for a delivery with the phase of a purchase.',
  break: (parts) => ({
    ...parts,
    tokenClaims: (given) => ({
      ...parts.tokenClaims(given),
      ...(given.phase === 'delivery' ? { phase: 'purchase' } : {}),
    }),
  }),
} as const satisfies Fault
