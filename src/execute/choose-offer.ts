import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'

/** What a purchase will be about. */
export interface Terms {
  /** The least that a package will cost. */
  readonly budget: number
  /** ISO 4217. */
  readonly currency?: string
}

/**
 * Of a get_products reply, what suits a small purchase best: product_id, pricing_option_id, currency and, where the price is bid for,
 * bid_price.
 * Sellers list products in any order, and one that is too dear or in another currency says nothing against them. Undefined when each
 * has a minimum spend above the budget, or none is listed.
 */
export function chooseOffer(payload: JsonObject | undefined, terms: Terms): JsonObject | undefined {
  const affordable = offersIn(payload).filter(({ option }) => !(Number(option.min_spend_per_package) > terms.budget))
  const [best] = affordable.toSorted((a, b) => drawbacks(a, terms) - drawbacks(b, terms))
  if (best === undefined) return undefined
  const { product_id, option } = best
  const bid_price = bidFor(option)
  const currency = option.currency ?? terms.currency
  return {
    product_id,
    pricing_option_id: option.pricing_option_id ?? null,
    ...(currency !== undefined && { currency }),
    ...(bid_price !== undefined && { bid_price }),
  }
}

interface Offer {
  readonly product_id: string
  readonly isGuaranteed: boolean
  readonly option: JsonObject
}

function offersIn(payload: JsonObject | undefined): readonly Offer[] {
  return objectsIn(payload?.products).flatMap(({ product_id, delivery_type, pricing_options }) => {
    if (typeof product_id !== 'string') return []
    const options = objectsIn(pricing_options).filter(({ pricing_option_id }) => typeof pricing_option_id === 'string')
    return options.map((option) => ({ product_id, isGuaranteed: delivery_type === 'guaranteed', option }))
  })
}

/** The worse an offer suits, the more; the order of the reply decides between equals. */
function drawbacks({ option, isGuaranteed }: Offer, { currency }: Terms): number {
  const isForeign = currency !== undefined && option.currency !== currency
  const isLump = !perUnit.has(option.pricing_model ?? null)
  return Number(isForeign) * 8 + Number(isAuction(option)) * 4 + Number(isLump) * 2 + Number(isGuaranteed)
}

/** What is sold by the unit takes any budget; the others may want one of their own. */
const perUnit: ReadonlySet<Json> = new Set(['cpm', 'vcpm', 'cpc', 'cpcv', 'cpv', 'cpp', 'cpa'])

function isAuction({ fixed_price }: JsonObject): boolean {
  return typeof fixed_price !== 'number'
}

/** An auction wants a bid that is not below its floor; half of the bids are above the median. */
function bidFor(option: JsonObject): number | undefined {
  if (!isAuction(option)) return undefined
  const { floor_price, price_guidance } = option
  const guidance = isJsonObject(price_guidance) ? price_guidance : {}
  const known = [floor_price, guidance.p50].filter((price) => typeof price === 'number')
  return known.length === 0 ? undefined : Math.max(...known)
}

function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : []
}
