import type { Fault } from '../fault.ts'

export const listsItsSellersAsAudience = {
  id: 'lists-its-sellers-as-audience',
  requirement: 'GOV-GA-136',
  title: 'Addresses a token to a list, also when there is one seller only.',
  break: (parts) => ({
    ...parts,
    tokenClaims(given) {
      const { aud = null, ...claims } = parts.tokenClaims(given)
      return { ...claims, aud: [aud].flat() }
    },
  }),
} as const satisfies Fault
