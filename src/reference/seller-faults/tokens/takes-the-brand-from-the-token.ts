import type { SellerFault } from '../seller-fault.ts'

export const takesTheBrandFromTheToken = {
  id: 'takes-the-brand-from-the-token',
  requirement: 'GOV-SE-029',
  title: 'Looks for the brand of the buyer where the token says, when it does not find the issuer in the one it knows.',
  break: (parts) => ({
    ...parts,
    async issuerEntry(given, work) {
      const { iss } = given.token.claims
      const brandOf = () => new URL('/.well-known/brand.json', String(iss)).href
      const known = await parts.issuerEntry(given, work)
      return known ?? (await parts.issuerEntry(given, { ...work, parts: { ...work.parts, brandOf } }))
    },
  }),
} as const satisfies SellerFault
