import type { MediaBuy } from '../../seller/state.ts'
import type { SellerFault } from '../seller-fault.ts'

export const keepsWhatCameWithABadToken = {
  id: 'keeps-what-came-with-a-bad-token',
  requirement: 'GOV-SE-052',
  title: 'Refuses a purchase for its token, and keeps it.',
  break: (parts) => {
    let draft: MediaBuy | undefined
    return {
      ...parts,
      reserve(_state, buy) {
        draft = buy
      },
      async verifyToken(text, subject, work) {
        const verified = await parts.verifyToken(text, subject, work)
        if ('flaw' in verified && draft !== undefined) work.state.mediaBuys.set(draft.id, draft)
        draft = undefined
        return verified
      },
    }
  },
} as const satisfies SellerFault
