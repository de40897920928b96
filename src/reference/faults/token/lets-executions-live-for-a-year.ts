import type { Fault } from '../fault.ts'

export const letsExecutionsLiveForAYear = {
  id: 'lets-executions-live-for-a-year',
  requirement: 'GOV-GA-138',
  title: 'Issues tokens for executions that live for a year.',
  break: (parts) => ({
    ...parts,
    tokenClaims: (given) => ({
      ...parts.tokenClaims(given),
      ...(given.phase === 'intent' ? {} : { exp: Math.floor(given.now / 1000) + 365 * 86_400 }),
    }),
  }),
} as const satisfies Fault
