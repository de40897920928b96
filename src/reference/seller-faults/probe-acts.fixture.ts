import type { JsonObject } from '../../model/json.ts'
import { type TokenOrder, tamperings } from '../../token/workshop/index.ts'
import type { TaskResult } from '../governance-agent/agent.ts'
import type { SellerParts } from '../seller/parts.ts'
import {
  account,
  activation,
  creative,
  extension,
  freshKey,
  purchase,
  rights,
  type ScriptedCheck,
  type SellerBed,
} from '../seller.fixture.ts'

/** Something that can be seen of a seller from outside: what it answers, asks and fetches, and nothing else. */
export type SellerProbe = (parts: SellerParts) => Promise<unknown>

export function tampered(bed: SellerBed, id: string, order: Partial<TokenOrder> = {}): JsonObject {
  const tampering = tamperings.find((one) => one.id === id)
  if (tampering === undefined) throw new Error(`no tampering ${id}`)
  return { governance_context: bed.token(order, tampering) }
}

export async function buy(bed: SellerBed, more: JsonObject = {}): Promise<TaskResult> {
  return await bed.call('create_media_buy', purchase({ governance_context: bed.token(), ...more }))
}

/** The tasks other than media buys that a governance agent watches over; `extend` acquires a right for it. */
export const otherwise = {
  activate: (bed: SellerBed, more: JsonObject = {}) =>
    bed.call('activate_signal', activation({ governance_context: bed.token(), ...more })),
  build: (bed: SellerBed, more: JsonObject = {}) =>
    bed.call('build_creative', creative({ governance_context: bed.token(), ...more })),
  acquire: (bed: SellerBed) => bed.call('acquire_rights', rights({ governance_context: bed.token() })),
  extend: async (bed: SellerBed, more: JsonObject = { governance_context: bed.token() }) =>
    bed.call('update_rights', extension((await otherwise.acquire(bed)).payload, more)),
}

export async function buyWhen(answer: ScriptedCheck, bed: SellerBed): Promise<TaskResult> {
  bed.answer(answer)
  return await buy(bed)
}

export async function change(bed: SellerBed, { payload }: TaskResult, more: JsonObject): Promise<TaskResult> {
  const media_buy_id = payload.media_buy_id ?? ''
  return await bed.call('update_media_buy', { idempotency_key: freshKey(), account, media_buy_id, ...more })
}

export async function deliver(bed: SellerBed, { payload }: TaskResult): Promise<void> {
  const params = {
    media_buy_id: payload.media_buy_id ?? '',
    impressions: 10,
    reported_spend: { amount: 5, currency: 'USD' },
  }
  await bed.call('comply_test_controller', { scenario: 'simulate_delivery', params, account: { sandbox: true } })
}

export async function made(bed: SellerBed): Promise<readonly JsonObject[]> {
  return (await bed.call('get_media_buys', {})).payload.media_buys as readonly JsonObject[]
}

export function askedOf(bed: SellerBed): readonly string[] {
  return bed.checks.map((one) => one.agent.url)
}
