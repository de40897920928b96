import type { Fault } from '../fault.ts'

export const endsItsNameWithASlash = {
  id: 'ends-its-name-with-a-slash',
  requirement: 'GOV-GA-134',
  title: 'Names itself with a slash more than its brand does.',
  break: (parts) => ({ ...parts, tokenClaims: (given) => ({ ...parts.tokenClaims(given), iss: `${given.issuer}/` }) }),
} as const satisfies Fault
