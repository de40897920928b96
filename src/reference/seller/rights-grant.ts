import type { JsonObject } from '../../model/json.ts'
import { publisherDomain } from './catalogue.ts'
import type { RightsGrant } from './state.ts'

/** What the one right on offer costs at first, and each time that it is to last longer. */
export const rightsPrice = { id: 'flat_standard', amount: 5000, extension: 2000, currency: 'USD' } as const

/** A right that was granted, as replies show it. */
export function grantReply({ id, amount, uses, endDate }: RightsGrant): JsonObject {
  return {
    rights_id: id,
    terms: {
      pricing_option_id: rightsPrice.id,
      amount,
      currency: rightsPrice.currency,
      uses,
      ...(endDate !== undefined && { end_date: endDate }),
    },
    rights_constraint: {
      rights_id: id,
      rights_agent: { url: `https://${publisherDomain}/mcp`, id: 'reference_seller' },
      uses,
    },
  }
}
