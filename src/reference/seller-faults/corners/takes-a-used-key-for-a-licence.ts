import type { SellerFault } from '../seller-fault.ts'
import { withStep } from '../without-step.ts'

export const takesAUsedKeyForALicence = {
  id: 'takes-a-used-key-for-a-licence',
  requirement: 'GOV-SE-032',
  title: 'Accepts a used token for any request that comes with the key of the first one.',
  break: (parts) => {
    let isKnown = false
    const seller = withStep(parts, 'replay', (given, work) =>
      isKnown ? undefined : parts.tokenSteps.replay(given, work),
    )
    return {
      ...seller,
      recall(state, question) {
        isKnown = false
        try {
          return parts.recall(state, question)
        } catch (conflict) {
          if (question.task !== 'create_media_buy') throw conflict
          isKnown = true
          return undefined
        }
      },
    }
  },
} as const satisfies SellerFault
