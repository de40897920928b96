import type { Fault } from '../fault.ts'

export const addressesTokensToTheBuyer = {
  id: 'addresses-tokens-to-the-buyer',
  requirement: 'GOV-GA-136',
  title: 'Addresses the token of an intent to the buyer instead of the seller.',
  break: (parts) => ({ ...parts, tokenClaims: (given) => ({ ...parts.tokenClaims(given), aud: given.caller }) }),
} as const satisfies Fault
