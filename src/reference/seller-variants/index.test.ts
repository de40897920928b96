import { beforeAll, describe, expect, it } from 'vitest'
import { equalJson } from '../../json/equal.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { conformantSeller, type SellerParts } from '../seller/parts.ts'
import {
  account,
  agent,
  approve,
  conditions,
  deny,
  freshKey,
  governance,
  governedBed,
  purchase,
  schemaErrors,
  silence,
} from '../seller.fixture.ts'
import { sellerProbes } from '../seller-faults/probes.fixture.ts'
import { type SellerVariant, sellerVariants } from './index.ts'

/** Where a variant may be seen to differ by a probe that is made for faults: the choices that 3.0 leaves. */
const choices: Readonly<Record<string, readonly string[]>> = {
  // It looks into no token, so it refuses none.
  'forwards-only': rows(17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35),
  // The probes bring tokens of intents, and it takes none.
  'wants-execution-tokens': rows(2, 7, 8, 9, 11, 12, 13, 14, 16, 20, 32, 39, 40, 42, 44, 45, 48, 53, 54, 55, 57),
  // It need not ask again after conditions, when it refuses.
  'never-adjusts': rows(14),
  'asks-three-times': rows(13),
  'keeps-no-keys': rows(26),
  // The probes look at the codes of refusals.
  'names-kinds-of-flaws': rows(17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35),
  // The probes look at what governance is asked, word for word.
  'tells-time-elsewhere': rows(40, 44),
  'adds-its-own': rows(40),
}

let sound: Readonly<Record<string, Json>>
beforeAll(async () => {
  sound = await observe(() => conformantSeller)
})

async function observe(parts: () => SellerParts): Promise<Readonly<Record<string, Json>>> {
  const seen: Record<string, Json> = {}
  for (const [name, probe] of Object.entries(sellerProbes))
    seen[name] = JSON.parse(JSON.stringify((await probe(parts())) ?? null)) as Json
  return seen
}

/** A conversation in which every choice that a variant makes comes up: replies, what governance was asked, and what was fetched. */
async function conversation(parts: SellerParts): Promise<{ transcript: Json; invalid: readonly string[] }> {
  const bed = await governedBed(parts)
  const invalid: string[] = []
  const said: Json[] = []
  const call = async (task: string, args: JsonObject) => {
    const result = await bed.call(task, args)
    invalid.push(...(await schemaErrors(task, result)).map((error) => `${task} ${error}`))
    said.push(result as unknown as Json)
    return result.payload
  }
  await call('sync_governance', { ...governance(agent()), idempotency_key: 'the-same-key-each-time' })
  const intent = await call('create_media_buy', purchase({ governance_context: bed.token() }))
  const bought = await call('create_media_buy', purchase({ governance_context: bed.token({ phase: 'purchase' }) }))
  await call('create_media_buy', purchase({ governance_context: 'gov_ctx_1' }))
  const media_buy_id = bought.media_buy_id ?? intent.media_buy_id ?? ''
  for (const more of [{ end_time: '2027-06-01T00:00:00Z' }, { paused: true }])
    await call('update_media_buy', { idempotency_key: freshKey(), account, media_buy_id, ...more })
  for (const answer of [deny, conditions('planned_delivery.geo.countries', ['CA']), silence]) {
    bed.answer(answer)
    await call('create_media_buy', purchase({ governance_context: bed.token() }))
  }
  bed.answer(approve)
  const asked = bed.checks.map(({ args: { governance_context: _token, ...rest } }) => rest)
  const { fetched } = bed
  return { transcript: JSON.parse(JSON.stringify({ said, asked, fetched })) as Json, invalid }
}

describe.each(sellerVariants.map((variant) => [variant.id, variant] as const))('%s', (id, variant: SellerVariant) => {
  it('differs, and stays valid', async () => {
    const [ours, its] = [await conversation(conformantSeller), await conversation(variant.vary(conformantSeller))]
    expect([ours.invalid, its.invalid]).toEqual([[], []])
    expect(equalJson(ours.transcript, its.transcript)).toBe(false)
  })
  it('differs in nothing but what 3.0 leaves open', async () => {
    const seen = await observe(() => variant.vary(conformantSeller))
    expect(
      Object.keys(seen)
        .filter((name) => !equalJson(seen[name], sound[name]))
        .sort(),
    ).toEqual(choices[id] ?? [])
  })
})

it('no variant has the id of another', () => {
  expect(new Set(sellerVariants.map(({ id }) => id)).size).toBe(sellerVariants.length)
})

function rows(...numbers: readonly number[]): readonly string[] {
  return numbers.map((one) => `GOV-SE-${String(one).padStart(3, '0')}`)
}
