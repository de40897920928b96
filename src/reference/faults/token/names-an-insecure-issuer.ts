import type { Fault } from '../fault.ts'

export const namesAnInsecureIssuer = {
  id: 'names-an-insecure-issuer',
  requirement: 'GOV-GA-134',
  title: 'Names itself by an http address.',
  break: (parts) => ({
    ...parts,
    tokenClaims: (given) => ({ ...parts.tokenClaims(given), iss: given.issuer.replace('https:', 'http:') }),
  }),
} as const satisfies Fault
