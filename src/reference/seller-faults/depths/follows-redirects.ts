import type { SellerFault } from '../seller-fault.ts'

export const followsRedirects = {
  id: 'follows-redirects',
  requirement: 'GOV-SE-034',
  title: 'Follows a redirect to keys.',
  break: (parts) => ({
    ...parts,
    fetchDocument: (url, { outbound }) =>
      url.startsWith('https:') ? outbound.anyDocument(url) : outbound.document(url),
  }),
} as const satisfies SellerFault
