import type { Fault } from '../fault.ts'

export const issuesTokensOfTomorrow = {
  id: 'issues-tokens-of-tomorrow',
  requirement: 'GOV-GA-139',
  title: 'Issues tokens that are not good before the next day.',
  break: (parts) => ({
    ...parts,
    tokenClaims(given) {
      const claims = parts.tokenClaims(given)
      return { ...claims, nbf: Number(claims.iat) + 86_400 }
    },
  }),
} as const satisfies Fault
