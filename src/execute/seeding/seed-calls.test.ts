import { expect, it } from 'vitest'
import { AuthoringDefect } from '../../errors.ts'
import type { JsonObject } from '../../model/json.ts'
import { seedCalls } from './seed-calls.ts'

it('comes in the order of what refers to what, however it is written', () => {
  const calls = seedCalls({
    media_buys: [{ media_buy_id: 'mb' }],
    plans: [{ plan_id: 'pl' }],
    creatives: [{ creative_id: 'c' }],
    creative_formats: [{ format_id: 'f' }],
    pricing_options: [{ product_id: 'p', pricing_option_id: 'o' }],
    products: [{ product_id: 'p' }, { product_id: 'p2' }],
    accounts: [{ account_id: 'a' }],
  })
  expect(calls.map(({ id }) => id)).toEqual([
    'seed_account.a',
    'seed_product.p',
    'seed_product.p2',
    'seed_pricing_option.p.o',
    'seed_creative_format.f',
    'seed_creative.c',
    'seed_plan.pl',
    'seed_media_buy.mb',
  ])
})

it.each<[string, JsonObject, JsonObject]>([
  [
    'pricing_options',
    { product_id: 'p', pricing_option_id: 'o', fixed_price: 12, currency: 'USD' },
    { product_id: 'p', pricing_option_id: 'o', fixture: { fixed_price: 12, currency: 'USD' } },
  ],
  ['plans', { plan_id: 'pl' }, { plan_id: 'pl', fixture: {} }],
  [
    'creatives',
    { creative_id: 'c', format_id: { id: 'v' } },
    { creative_id: 'c', fixture: { format_id: { id: 'v' } } },
  ],
  ['accounts', { account_id: 'a', fixture: { sandbox: true } }, { account_id: 'a', fixture: { sandbox: true } }],
])('lifts the identifiers of %s, and sends the rest as the fixture', (kind, entry, params) => {
  expect(seedCalls({ [kind]: [entry] })[0]?.arguments.params).toEqual(params)
})

it('has nothing to do without entries', () => {
  expect(seedCalls({})).toEqual([])
  expect(seedCalls({ products: [] })).toEqual([])
})

it.each<[Record<string, JsonObject[]>, string]>([
  [{ gadgets: [] }, 'fixtures.gadgets cannot be seeded'],
  [{ products: [{ product_id: 'p' }, {}] }, 'fixtures.products[1] needs a product_id'],
  [{ products: [{ product_id: '' }] }, 'fixtures.products[0] needs a product_id'],
  [{ pricing_options: [{ product_id: 'p' }] }, 'fixtures.pricing_options[0] needs a pricing_option_id'],
  [{ plans: [{ plan_id: 7 }] }, 'fixtures.plans[0] needs a plan_id'],
])('is a defect of the storyboard: %j', (fixtures, message) => {
  expect(() => seedCalls(fixtures)).toThrow(AuthoringDefect)
  expect(() => seedCalls(fixtures)).toThrow(message)
})
