import type { Fault } from '../fault.ts'

export const callsIntentsPurchases = {
  id: 'calls-intents-purchases',
  requirement: 'GOV-GA-140',
  title: 'Issues a token for an intent with the phase of a purchase.',
  break: (parts) => ({
    ...parts,
    tokenClaims: (given) => ({
      ...parts.tokenClaims(given),
      ...(given.phase === 'intent' ? { phase: 'purchase' } : {}),
    }),
  }),
} as const satisfies Fault
