import type { SellerFault } from '../seller-fault.ts'

export const forgetsTheInvoice = {
  id: 'forgets-the-invoice',
  requirement: 'GOV-SE-057',
  title: 'Does not tell governance who receives the invoice.',
  break: (parts) => ({
    ...parts,
    checkArguments(question, url) {
      const { invoice_recipient: _recipient, ...args } = parts.checkArguments(question, url)
      return args
    },
  }),
} as const satisfies SellerFault
