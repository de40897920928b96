import type { Fault } from '../fault.ts'

export const reusesTokenIds = {
  id: 'reuses-token-ids',
  requirement: 'GOV-GA-139',
  title: 'Gives every token of a plan the same id.',
  break: (parts) => ({
    ...parts,
    tokenClaims: (given) => ({ ...parts.tokenClaims(given), jti: `jti_${given.plan.plan_id}` }),
  }),
} as const satisfies Fault
