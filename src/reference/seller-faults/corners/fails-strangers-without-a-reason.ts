import type { SellerFault } from '../seller-fault.ts'

export const failsStrangersWithoutAReason = {
  id: 'fails-strangers-without-a-reason',
  requirement: 'GOV-SE-003',
  title: 'Fails the registration of a stranger, and does not say why.',
  break: (parts) => ({
    ...parts,
    registrationReply: ({ errors: _errors, ...entry }) => parts.registrationReply(entry),
  }),
} as const satisfies SellerFault
