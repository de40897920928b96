import type { SellerFault } from '../seller-fault.ts'

export const trustsAnyIssuer = {
  id: 'trusts-any-issuer',
  requirement: 'GOV-SE-028',
  title: 'Accepts tokens of issuers that the brand does not list.',
  break: (parts) => ({ ...parts, issuerEntry: async (given, work) => (await parts.issuerEntry(given, work)) ?? {} }),
} as const satisfies SellerFault
