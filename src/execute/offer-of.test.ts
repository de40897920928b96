import { expect, it } from 'vitest'
import { httpError, result } from '../checks/evidence.fixture.ts'
import type { Reply } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import type { Step } from '../model/storyboard.ts'
import { plannedPhases, play } from './scripted-transport.fixture.ts'

const terms = { budget: '$test_kit.governance.amount', currency: 'USD' }
const option = { pricing_option_id: 'flat', pricing_model: 'cpm', currency: 'USD', fixed_price: 20 }
const listed = result({ products: [{ product_id: 'spots', pricing_options: [option] }] })

async function chosen(gov_offer: JsonObject | undefined, reply: Reply, seller: JsonObject = {}) {
  const products: Step = {
    id: 'products',
    task: 'get_products',
    ...(gov_offer !== undefined && { gov_offer: gov_offer as NonNullable<Step['gov_offer']> }),
    context_outputs: [{ name: 'product', path: 'offer.product_id' }],
  }
  const buy: Step = { id: 'buy', task: 'create_media_buy', sample_request: { product_id: '$context.product' } }
  const kit = { id: 'kit', governance: { amount: 1000, seller } }
  const board = plannedPhases([{ id: 'p1', steps: [products, buy] }], {
    kit,
    tools: ['get_products', 'create_media_buy'],
  })
  const { agent, verdicts } = await play(board, [reply, result({})])
  return { verdict: verdicts[0], bought: agent.heard[1]?.arguments.product_id }
}

it('what suits the terms is bought', async () => {
  expect(await chosen(terms, listed)).toEqual({ verdict: { status: 'passed' }, bought: 'spots' })
})

it('what the test kit names is bought, whatever is listed', async () => {
  const offer = { product_id: 'named', pricing_option_id: 'other' }
  expect(await chosen(terms, listed, { offer })).toEqual({ verdict: { status: 'passed' }, bought: 'named' })
})

it.each<[string, Reply]>([
  [
    'costs too much',
    result({ products: [{ product_id: 'a', pricing_options: [{ ...option, min_spend_per_package: 1001 }] }] }),
  ],
  ['is not there', result({ products: [] })],
])('a seller of which all %s is not blamed', async (_what, reply) => {
  const { verdict, bought } = await chosen(terms, reply)
  expect(bought).toBeUndefined()
  expect(verdict).toEqual({
    status: 'blocked',
    reason: 'requirement_unmet',
    detail:
      'none of the products in the reply can be bought for 1000: name one under governance.seller.offer in the test kit, or raise governance.amounts there',
  })
})

it('an answer that is none is blamed as ever', async () => {
  expect((await chosen(terms, httpError(500))).verdict).toEqual({ status: 'failed' })
})

it.each<JsonObject>([{}, { budget: 'much' }, { budget: '$test_kit.governance.nowhere' }])(
  'terms that cannot be read are a defect of the storyboard: %j',
  async (unreadable) => {
    expect((await chosen(unreadable, listed)).verdict).toEqual({
      status: 'blocked',
      reason: 'authoring_defect',
      detail: 'gov_offer needs a budget that is a number',
    })
  },
)

it('a step that chooses nothing offers nothing', async () => {
  expect((await chosen(undefined, listed)).verdict).toEqual({ status: 'failed' })
})
