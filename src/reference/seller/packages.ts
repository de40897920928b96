import type { Json, JsonObject } from '../../model/json.ts'
import { objectAt, objectsIn, textAt, textsIn } from '../governance-agent/payload.ts'
import { SellerRefusal } from './refusal.ts'
import type { Package, Price, SellerState } from './state.ts'
import type { SellerWorkings } from './workings.ts'

/**
 * The packages that a request asks for, with ids of the seller.
 * @throws SellerRefusal for a product or a price that is not on sale, or for prices in several currencies
 */
export function packagesIn(wanted: Json | undefined, work: SellerWorkings): readonly Package[] {
  return objectsIn(wanted).map((one, at) => packageIn(one, at, work))
}

function packageIn(wanted: JsonObject, at: number, { state, ids }: SellerWorkings): Package {
  const productId = textAt(wanted.product_id) ?? ''
  const priceId = textAt(wanted.pricing_option_id) ?? ''
  const field = `packages[${at}]`
  if (!state.products.has(productId))
    throw new SellerRefusal('PRODUCT_NOT_FOUND', 'There is no such product.', { field: `${field}.product_id` })
  if (priceOf({ productId, priceId }, state) === undefined)
    throw new SellerRefusal('INVALID_REQUEST', 'The product has no such price.', {
      field: `${field}.pricing_option_id`,
    })
  return {
    id: ids.next('pkg'),
    productId,
    priceId,
    budget: typeof wanted.budget === 'number' ? wanted.budget : 0,
    countries: textsIn(objectAt(wanted.targeting_overlay).geo_countries),
  }
}

/** The price of a package; undefined when it is not on sale. */
export function priceOf(
  { productId, priceId }: Pick<Package, 'productId' | 'priceId'>,
  { products }: SellerState,
): Price | undefined {
  return products.get(productId)?.prices.find(({ id }) => id === priceId)
}

/** @throws SellerRefusal when the packages have none or several */
export function currencyOf(packages: readonly Package[], state: SellerState): string {
  const [currency, another] = [...new Set(packages.map((one) => priceOf(one, state)?.currency))]
  if (currency === undefined || another !== undefined)
    throw new SellerRefusal('INVALID_REQUEST', 'Packages, all in one currency, are needed.', { field: 'packages' })
  return currency
}

/** A package as replies show it. */
export function packageReply({ id, productId, priceId, budget, countries }: Package): JsonObject {
  return {
    package_id: id,
    product_id: productId,
    pricing_option_id: priceId,
    budget,
    ...(countries.length > 0 && { targeting_overlay: { geo_countries: countries } }),
  }
}
