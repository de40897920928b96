import type { SellerFault } from '../seller-fault.ts'

export const registersTheFirstAccountOnly = {
  id: 'registers-the-first-account-only',
  requirement: 'GOV-SE-002',
  title: 'Registers the governance agent of the first account of a request, and of no other.',
  break: (parts) => {
    let looked = 0
    return {
      ...parts,
      async requestProblem(task, args, schemas) {
        looked = 0
        return await parts.requestProblem(task, args, schemas)
      },
      accountToGovern(state, account, principal) {
        looked += 1
        return parts.accountToGovern(state, account, principal)
      },
      register(state, accountId, agents) {
        if (looked === 1) parts.register(state, accountId, agents)
      },
    }
  },
} as const satisfies SellerFault
