import type { Fault } from '../fault.ts'

export const letsIntentsLiveForAnHour = {
  id: 'lets-intents-live-for-an-hour',
  requirement: 'GOV-GA-137',
  title: 'Issues tokens for intents that live for an hour.',
  break: (parts) => ({
    ...parts,
    tokenClaims: (given) => ({
      ...parts.tokenClaims(given),
      ...(given.phase === 'intent' ? { exp: Math.floor(given.now / 1000) + 3600 } : {}),
    }),
  }),
} as const satisfies Fault
