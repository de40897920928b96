import type { JsonObject } from '../../model/json.ts'

/** A way to buy, as get_products lists it. */
export interface Offer {
  readonly product: string
  readonly pricing: string
  readonly currency: string
  /** Units of the currency a thousand impressions; absent where the price is bid for. */
  readonly fixed?: number
  readonly floor?: number
  readonly minimum?: number
}

/** The first is too dear for a small budget, the second is bid for, the third is in another currency; then come those that fit. */
export const manyOffers: readonly Offer[] = [
  { product: 'hv-takeover', pricing: 'hv-takeover-flat', currency: 'USD', fixed: 41.5, minimum: 250_000 },
  { product: 'hv-auction', pricing: 'hv-auction-cpm', currency: 'USD', floor: 8 },
  { product: 'hv-streaming', pricing: 'hv-streaming-eur', currency: 'EUR', fixed: 22.25 },
  { product: 'hv-streaming', pricing: 'hv-streaming-usd', currency: 'USD', fixed: 24.9, minimum: 500 },
]

const reporting = {
  available_reporting_frequencies: ['daily'],
  expected_delay_minutes: 1440,
  timezone: 'America/Halifax',
  supports_webhooks: false,
  available_metrics: ['impressions', 'spend'],
  date_range_support: 'date_range',
}

/** The products of get_products, in the order of their first offers. */
export function productsOf(offers: readonly Offer[]): readonly JsonObject[] {
  return [...new Set(offers.map(({ product }) => product))].map((product) => ({
    product_id: product,
    name: `Harbour Video ${product}`,
    description: 'Spots between harbour documentaries.',
    publisher_properties: [{ publisher_domain: 'harbour-video.example', selection_type: 'all' }],
    channels: ['ctv', 'olv'],
    format_ids: [{ agent_url: 'https://formats.harbour-video.example', id: 'spot_15s' }],
    delivery_type: 'non_guaranteed',
    pricing_options: offers.filter((one) => one.product === product).map(pricingOf),
    reporting_capabilities: reporting,
    brief_relevance: 'Documentaries are where hikers are.',
    ext: { harbour: { shelf: 7 } },
  }))
}

function pricingOf({ pricing, currency, fixed, floor, minimum }: Offer): JsonObject {
  return {
    pricing_option_id: pricing,
    pricing_model: 'cpm',
    currency,
    ...(fixed !== undefined && { fixed_price: fixed }),
    ...(floor !== undefined && { floor_price: floor }),
    ...(minimum !== undefined && { min_spend_per_package: minimum }),
  }
}
