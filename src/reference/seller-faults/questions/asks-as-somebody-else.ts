import type { SellerFault } from '../seller-fault.ts'

export const asksAsSomebodyElse = {
  id: 'asks-as-somebody-else',
  requirement: 'GOV-SE-040',
  title: 'Names an address as caller that is not quite its own.',
  break: (parts) => ({
    ...parts,
    checkArguments: (question, url) => ({ ...parts.checkArguments(question, url), caller: `${url}/` }),
  }),
} as const satisfies SellerFault
