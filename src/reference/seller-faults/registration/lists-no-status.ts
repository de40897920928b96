import type { SellerFault } from '../seller-fault.ts'

export const listsNoStatus = {
  id: 'lists-no-status',
  requirement: 'GOV-SE-001',
  title: 'Does not say of an account whether it was synced.',
  break: (parts) => ({
    ...parts,
    registrationReply: ({ status: _status, ...entry }) => parts.registrationReply(entry),
  }),
} as const satisfies SellerFault
