import type { GovernanceQuestion } from '../seller/governance-question.ts'
import type { SellerParts } from '../seller/parts.ts'
import { SellerRefusal } from '../seller/refusal.ts'

/** Clears as these parts do, but for refusals with this code of questions that are meant: what is done in their place may throw as well. */
export function inPlaceOfARefusal(
  { clear }: Pick<SellerParts, 'clear'>,
  code: string,
  isMeant: (question: GovernanceQuestion) => boolean,
  instead: (question: GovernanceQuestion) => Awaited<ReturnType<SellerParts['clear']>>,
): SellerParts['clear'] {
  return async (question, work) => {
    try {
      return await clear(question, work)
    } catch (error) {
      if (!(error instanceof SellerRefusal) || error.code !== code || !isMeant(question)) throw error
      return instead(question)
    }
  }
}

/** As if governance had approved of what was planned. */
export const goOn = ({ planned }: GovernanceQuestion) => ({ planned, nextCheck: undefined })
