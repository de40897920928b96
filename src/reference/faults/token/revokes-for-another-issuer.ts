import type { Fault } from '../fault.ts'

export const revokesForAnotherIssuer = {
  id: 'revokes-for-another-issuer',
  requirement: 'GOV-GA-150',
  title: 'Publishes a revocation list in the name of another issuer.',
  break: (parts) => ({
    ...parts,
    revocationList: (work) => ({ ...parts.revocationList(work), issuer: 'https://governance.example' }),
  }),
} as const satisfies Fault
