import type { JsonObject } from '../../../model/json.ts'
import type { SellerFault } from '../seller-fault.ts'

export const asksAboutThePurchaseBeforeTheChange = {
  id: 'asks-about-the-purchase-before-the-change',
  requirement: 'GOV-SE-042',
  title: 'Asks about a change with the delivery that it planned before.',
  break: (parts) => {
    let before: JsonObject | undefined
    return {
      ...parts,
      checkArguments(question, url) {
        if (question.phase === 'purchase') before = question.planned
        return parts.checkArguments({ ...question, planned: before ?? question.planned }, url)
      },
    }
  },
} as const satisfies SellerFault
