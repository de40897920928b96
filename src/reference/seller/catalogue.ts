import type { JsonObject } from '../../model/json.ts'
import { objectAt, objectsIn, textAt, textsIn } from '../governance-agent/payload.ts'
import type { Price, Product } from './state.ts'

/** Where everything of this seller runs. */
export const publisherDomain = 'summit-tv.example'
/** Where the seller delivers when the buyer does not say. */
export const homeCountries: readonly string[] = ['US']

const standard: Price = { id: 'cpm_standard', currency: 'USD', cpm: 10 }

/** What is on sale before anybody seeds more. */
export const products: readonly Product[] = [
  { id: 'outdoor_ctv_spring', name: 'Connected TV, spring', channels: ['ctv'], prices: [standard] },
  { id: 'outdoor_display', name: 'Display', channels: ['display'], prices: [standard] },
]

/** A product that a test asks for, built over what is known of it. */
export function seededProduct(id: string, fixture: JsonObject, known: Product | undefined): Product {
  const channels = channelsIn(fixture)
  return {
    id,
    name: textAt(fixture.name) ?? known?.name ?? id,
    channels: channels.length > 0 ? channels : (known?.channels ?? ['display']),
    prices:
      objectsIn(fixture.pricing_options).length > 0
        ? objectsIn(fixture.pricing_options).map(priceIn)
        : (known?.prices ?? [standard]),
  }
}

/** Of what a fixture says, the channels that there are; the word that AdCP 2 had for video on the web is taken for today's. */
function channelsIn({ channels }: JsonObject): readonly string[] {
  const said = textsIn(channels).map((one) => (one === 'video' ? 'olv' : one))
  return said.filter((one) => allChannels.has(one))
}

/** The media channels of AdCP 3. A reply that names another one is not valid. */
const allChannels: ReadonlySet<string> = new Set(
  `display olv social search ctv linear_tv radio streaming_audio podcast dooh ooh print cinema email gaming retail_media
  influencer affiliate product_placement sponsored_intelligence`.split(/\s+/),
)

/** The same product with one more price, or with that price changed. */
export function withPrice(product: Product, price: Price): Product {
  return { ...product, prices: [...product.prices.filter(({ id }) => id !== price.id), price] }
}

export function priceIn(option: JsonObject): Price {
  const cpm = option.fixed_price ?? option.floor_price
  return {
    id: textAt(option.pricing_option_id) ?? standard.id,
    currency: textAt(option.currency) ?? standard.currency,
    cpm: typeof cpm === 'number' && cpm > 0 ? cpm : standard.cpm,
  }
}

/** A product as get_products shows it. */
export function productReply({ id, name, channels, prices }: Product): JsonObject {
  return {
    product_id: id,
    name,
    description: `${name}, bought by the thousand impressions.`,
    publisher_properties: [{ publisher_domain: publisherDomain, selection_type: 'all' }],
    channels,
    format_ids: [{ agent_url: 'https://creative.adcontextprotocol.org', id: 'display_300x250' }],
    delivery_type: 'non_guaranteed',
    pricing_options: prices.map(({ id: priceId, currency, cpm }) => ({
      pricing_option_id: priceId,
      pricing_model: 'cpm',
      currency,
      fixed_price: cpm,
    })),
    reporting_capabilities: {
      available_reporting_frequencies: ['daily'],
      expected_delay_minutes: 60,
      timezone: 'UTC',
      supports_webhooks: false,
      available_metrics: ['impressions', 'spend'],
      date_range_support: 'date_range',
    },
  }
}

/** get_products: everything, whatever the brief says. */
export function getProducts(list: Iterable<Product>): JsonObject {
  return { products: [...list].map(productReply) }
}

/** The fixture of a seeding call. */
export function fixtureIn(params: JsonObject): JsonObject {
  return objectAt(params.fixture)
}
