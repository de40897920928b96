import type { SellerFault } from '../seller-fault.ts'

export const forgetsTheInvoiceOfChanges = {
  id: 'forgets-the-invoice-of-changes',
  requirement: 'GOV-SE-057',
  title: 'Does not say who receives the invoice when it asks about a change.',
  break: (parts) => ({
    ...parts,
    checkArguments: (question, url) =>
      parts.checkArguments(
        question.phase === 'modification' ? { ...question, invoiceRecipient: undefined } : question,
        url,
      ),
  }),
} as const satisfies SellerFault
