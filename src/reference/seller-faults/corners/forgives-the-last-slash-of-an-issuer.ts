import type { SellerFault } from '../seller-fault.ts'

export const forgivesTheLastSlashOfAnIssuer = {
  id: 'forgives-the-last-slash-of-an-issuer',
  requirement: 'GOV-SE-028',
  title: 'Takes an issuer with a slash more for the one that the brand lists.',
  break: (parts) => ({
    ...parts,
    async issuerEntry(given, work) {
      const { token } = given
      const iss = String(token.claims.iss).replace(/\/$/, '')
      return await parts.issuerEntry({ ...given, token: { ...token, claims: { ...token.claims, iss } } }, work)
    },
  }),
} as const satisfies SellerFault
