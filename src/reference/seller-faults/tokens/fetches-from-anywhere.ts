import type { SellerFault } from '../seller-fault.ts'

export const fetchesFromAnywhere = {
  id: 'fetches-from-anywhere',
  requirement: 'GOV-SE-034',
  title: 'Fetches keys from any address that it is given.',
  break: (parts) => ({ ...parts, fetchDocument: (url, { outbound }) => outbound.anyDocument(url) }),
} as const satisfies SellerFault
