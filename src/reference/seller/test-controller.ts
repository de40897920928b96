import type { JsonObject } from '../../model/json.ts'
import { objectAt, textAt } from '../governance-agent/payload.ts'
import { fixtureIn, priceIn, seededProduct, withPrice } from './catalogue.ts'
import { type Delivered, deliver } from './delivery.ts'
import { totalOf } from './planned-delivery.ts'
import type { MediaBuy } from './state.ts'
import type { SellerWorkings } from './workings.ts'

/** The controller cannot do what was asked; told in its own form, not as an AdCP error. */
class ControllerProblem extends Error {
  override readonly name = 'ControllerProblem'
  constructor(
    readonly code: 'NOT_FOUND' | 'UNKNOWN_SCENARIO' | 'INVALID_PARAMS' | 'INVALID_TRANSITION',
    detail: string,
  ) {
    super(detail)
  }
}

type Scenario = (params: JsonObject, principal: string, work: SellerWorkings) => JsonObject | Promise<JsonObject>

const scenarios: Readonly<Record<string, Scenario>> = {
  seed_product: seedProduct,
  seed_pricing_option: seedPrice,
  force_media_buy_status: forceStatus,
  simulate_delivery: simulateDelivery,
  simulate_budget_spend: simulateSpend,
}

/** comply_test_controller: what a test may arrange, of its own media buys alone. */
export async function testController(args: JsonObject, principal: string, work: SellerWorkings): Promise<JsonObject> {
  const name = textAt(args.scenario) ?? ''
  if (name === 'list_scenarios') return { success: true, scenarios: Object.keys(scenarios) }
  const scenario = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined
  try {
    if (scenario === undefined) throw new ControllerProblem('UNKNOWN_SCENARIO', 'This seller has no such scenario.')
    return { success: true, ...(await scenario(objectAt(args.params), principal, work)) }
  } catch (error) {
    if (!(error instanceof ControllerProblem)) throw error
    return { success: false, error: error.code, error_detail: error.message }
  }
}

function seedProduct(params: JsonObject, _principal: string, { state }: SellerWorkings): JsonObject {
  const id = idIn(params, 'product_id')
  state.products.set(id, seededProduct(id, fixtureIn(params), state.products.get(id)))
  return { message: `The product ${id} is on sale.` }
}

function seedPrice(params: JsonObject, _principal: string, { state }: SellerWorkings): JsonObject {
  const id = idIn(params, 'product_id')
  const product = state.products.get(id)
  if (product === undefined) throw new ControllerProblem('NOT_FOUND', 'There is no such product.')
  const price = priceIn({ ...fixtureIn(params), pricing_option_id: idIn(params, 'pricing_option_id') })
  state.products.set(id, withPrice(product, price))
  return { message: `The product ${id} has the price ${price.id}.` }
}

const statuses = [
  'pending_creatives',
  'pending_start',
  'active',
  'paused',
  'completed',
  'rejected',
  'canceled',
] as const

function forceStatus(params: JsonObject, principal: string, work: SellerWorkings): JsonObject {
  const buy = buyIn(params, principal, work)
  const status = statuses.find((one) => one === params.status)
  if (status === undefined) throw new ControllerProblem('INVALID_PARAMS', 'There is no such status.')
  if (buy.status === 'canceled' || buy.status === 'completed' || buy.status === 'rejected')
    throw new ControllerProblem('INVALID_TRANSITION', `A media buy that is ${buy.status} stays so.`)
  work.state.mediaBuys.set(buy.id, { ...buy, status })
  return { previous_state: buy.status, current_state: status }
}

async function simulateDelivery(params: JsonObject, principal: string, work: SellerWorkings): Promise<JsonObject> {
  const spend = numberAt(objectAt(params.reported_spend).amount)
  const more = { impressions: numberAt(params.impressions), spend }
  return simulated(await deliver(buyIn(params, principal, work), more, work), more)
}

async function simulateSpend(params: JsonObject, principal: string, work: SellerWorkings): Promise<JsonObject> {
  const buy = buyIn(params, principal, work)
  const wanted = (totalOf(buy.packages) * numberAt(params.spend_percentage)) / 100
  const more = { impressions: 0, spend: Math.max(0, wanted - buy.delivered.spend) }
  return simulated(await deliver(buy, more, work), more)
}

function simulated({ delivered }: MediaBuy, { impressions, spend }: Delivered): JsonObject {
  return { simulated: { impressions, spend }, cumulative: { ...delivered } }
}

function buyIn(params: JsonObject, principal: string, { state }: SellerWorkings): MediaBuy {
  const buy = state.mediaBuys.get(idIn(params, 'media_buy_id'))
  if (buy?.owner !== principal) throw new ControllerProblem('NOT_FOUND', 'There is no such media buy.')
  return buy
}

function idIn(params: JsonObject, name: string): string {
  const id = textAt(params[name])
  if (id === undefined || id === '') throw new ControllerProblem('INVALID_PARAMS', `${name} is needed.`)
  return id
}

function numberAt(value: JsonObject[string] | undefined): number {
  return typeof value === 'number' && value >= 0 ? value : 0
}
