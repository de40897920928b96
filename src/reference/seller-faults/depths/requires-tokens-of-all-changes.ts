import type { SellerFault } from '../seller-fault.ts'

export const requiresTokensOfAllChanges = {
  id: 'requires-tokens-of-all-changes',
  requirement: 'GOV-SE-047',
  title: 'Requires a token for changes on accounts that nobody watches over.',
  break: (parts) => {
    let current = ''
    return {
      ...parts,
      requestProblem: async (task, args, schemas) => {
        current = task
        return await parts.requestProblem(task, args, schemas)
      },
      isGoverned: (account, work) => current === 'update_media_buy' || parts.isGoverned(account, work),
    }
  },
} as const satisfies SellerFault
