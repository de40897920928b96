import type { JsonObject } from '../../model/json.ts'
import { homeCountries } from './catalogue.ts'
import type { MediaBuy, SellerState } from './state.ts'

type Purchase = Pick<MediaBuy, 'packages' | 'start' | 'end' | 'currency'>

/** What this seller will run for a purchase, in its own terms. */
export function plannedDelivery({ packages, start, end, currency }: Purchase, { products }: SellerState): JsonObject {
  const channels = packages.flatMap(({ productId }) => products.get(productId)?.channels ?? [])
  const countries = packages.flatMap((one) => (one.countries.length > 0 ? one.countries : homeCountries))
  return {
    geo: { countries: [...new Set(countries)] },
    channels: [...new Set(channels)],
    start_time: start,
    end_time: end,
    total_budget: totalOf(packages),
    currency,
  }
}

/** In the currency of the purchase. */
export function totalOf(packages: MediaBuy['packages']): number {
  return packages.reduce((sum, { budget }) => sum + budget, 0)
}

/** What a seller may narrow by itself without giving the buyer another purchase than it asked for. */
const narrowable: ReadonlySet<string> = new Set(['geo', 'channels', 'frequency_cap', 'enforced_policies'])

/**
 * The planned delivery with all conditions met; undefined when one of them is beyond the seller: it gives no value, or
 * it is about the purchase itself.
 */
export function adjusted(planned: JsonObject, conditions: readonly JsonObject[]): JsonObject | undefined {
  let result: JsonObject | undefined = planned
  for (const condition of conditions) result = result && meeting(result, condition)
  return result
}

function meeting(planned: JsonObject, { field, required_value: value }: JsonObject): JsonObject | undefined {
  const path = typeof field === 'string' ? field.replace(/^planned_delivery\./, '').split('.') : []
  const [first = '', second, third] = path
  if (value === undefined || third !== undefined || !narrowable.has(first)) return undefined
  if (second === undefined) return { ...planned, [first]: value }
  const inner = planned[first]
  const members = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {}
  return { ...planned, [first]: { ...members, [second]: value } }
}
