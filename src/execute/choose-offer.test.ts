import { expect, it } from 'vitest'
import type { Json, JsonObject } from '../model/json.ts'
import { chooseOffer } from './choose-offer.ts'

const terms = { budget: 10_000, currency: 'USD' }
const option = (id: string, more: JsonObject = {}): JsonObject => ({
  pricing_option_id: id,
  pricing_model: 'cpm',
  currency: 'USD',
  fixed_price: 20,
  ...more,
})
const product = (product_id: string, ...pricing_options: JsonObject[]) => ({ product_id, pricing_options })
const bid = { floor_price: 8 }
const { fixed_price: _, ...open } = option('bid', bid)

it.each<[string, JsonObject[], JsonObject | undefined]>([
  [
    'the first of equals',
    [product('a', option('x')), product('b', option('y'))],
    { product_id: 'a', pricing_option_id: 'x', currency: 'USD' },
  ],
  [
    'none whose minimum is above the budget',
    [
      product('a', option('x', { min_spend_per_package: 10_001 })),
      product('b', option('y', { min_spend_per_package: 10_000 })),
    ],
    { product_id: 'b', pricing_option_id: 'y', currency: 'USD' },
  ],
  [
    'another option of the same product in the currency of the buyer',
    [product('a', option('x', { currency: 'EUR' }), option('y'))],
    { product_id: 'a', pricing_option_id: 'y', currency: 'USD' },
  ],
  [
    'a fixed price before an auction',
    [product('a', open), product('b', option('y'))],
    { product_id: 'b', pricing_option_id: 'y', currency: 'USD' },
  ],
  [
    'an auction where there is nothing else, with a bid at its floor',
    [product('a', open)],
    { product_id: 'a', pricing_option_id: 'bid', currency: 'USD', bid_price: 8 },
  ],
  [
    'a bid at the median where that is higher',
    [product('a', { ...open, price_guidance: { p50: 12 } })],
    { product_id: 'a', pricing_option_id: 'bid', currency: 'USD', bid_price: 12 },
  ],
  [
    'no bid where nothing is said of prices',
    [product('a', { pricing_option_id: 'x', pricing_model: 'cpm', currency: 'USD' })],
    { product_id: 'a', pricing_option_id: 'x', currency: 'USD' },
  ],
  [
    'another currency where there is nothing else',
    [product('a', option('x', { currency: 'EUR' }))],
    { product_id: 'a', pricing_option_id: 'x', currency: 'EUR' },
  ],
  [
    'a price for each impression before a lump sum, and what is not guaranteed before what is',
    [
      product('a', option('x', { pricing_model: 'flat_rate' })),
      { ...product('b', option('y')), delivery_type: 'guaranteed' },
      { ...product('c', option('z')), delivery_type: 'non_guaranteed' },
    ],
    { product_id: 'c', pricing_option_id: 'z', currency: 'USD' },
  ],
  ['nothing where all is too dear', [product('a', option('x', { min_spend_per_package: 90_000 }))], undefined],
  ['nothing of a product without prices', [{ product_id: 'a' }, { product_id: 'b', pricing_options: [] }], undefined],
  [
    'nothing of what has no ids',
    [{ pricing_options: [option('x')] }, { product_id: 'a', pricing_options: [{}] }],
    undefined,
  ],
])('takes %s', (_what, products, offer) => {
  expect(chooseOffer({ products }, terms)).toEqual(offer)
})

it('takes it to be paid as the buyer pays where nothing is said of a currency', () => {
  const products = [product('a', { pricing_option_id: 'x', pricing_model: 'cpm', fixed_price: 20 })]
  expect(chooseOffer({ products }, terms)).toEqual({ product_id: 'a', pricing_option_id: 'x', currency: 'USD' })
  expect(chooseOffer({ products }, { budget: 1 })).toEqual({ product_id: 'a', pricing_option_id: 'x' })
})

it.each<Json | undefined>([undefined, null, 'many', {}, [], [null, 7]])(
  'finds nothing in products that are %j',
  (products) => {
    expect(chooseOffer(products === undefined ? {} : { products }, terms)).toBeUndefined()
    expect(chooseOffer(undefined, terms)).toBeUndefined()
  },
)
