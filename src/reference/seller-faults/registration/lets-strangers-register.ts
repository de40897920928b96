import type { SellerFault } from '../seller-fault.ts'

export const letsStrangersRegister = {
  id: 'lets-strangers-register',
  requirement: 'GOV-SE-003',
  title: 'Registers governance agents for an account of somebody else.',
  break: (parts) => ({
    ...parts,
    accountToGovern: (state, ref, principal) =>
      parts.accountToGovern(state, ref, principal) ??
      [...new Set([...state.accounts.values()].map(({ owner }) => owner))]
        .map((owner) => parts.accountToGovern(state, ref, owner))
        .find((account) => account !== undefined),
  }),
} as const satisfies SellerFault
