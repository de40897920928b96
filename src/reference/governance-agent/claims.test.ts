import { compactVerify, createLocalJWKSet } from 'jose'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../model/json.ts'
import { planHash } from '../../token/plan-hash.ts'
import {
  bedWith,
  buyer,
  check,
  delivery,
  execution,
  intent,
  issuer,
  keys,
  otherSeller,
  outcome,
  plan,
  seller,
  startOfTime,
  sync,
} from '../agent.fixture.ts'

const trusted = createLocalJWKSet({ keys: [keys.publicJwk] })

async function claimsOf({ governance_context }: JsonObject): Promise<JsonObject> {
  const { payload, protectedHeader } = await compactVerify(governance_context as string, trusted)
  expect(protectedHeader).toEqual({ alg: 'EdDSA', typ: 'adcp-gov+jws', kid: 'gov-test' })
  return JSON.parse(new TextDecoder().decode(payload)) as JsonObject
}

const now = startOfTime / 1000

describe('the token', () => {
  it('of an intent says what was approved, for whom and until when', async () => {
    const bed = await bedWith({ approved_sellers: [seller] })
    const reply = await check(bed, intent(70000))
    expect(await claimsOf(reply)).toEqual({
      iss: issuer,
      sub: 'plan_1',
      aud: seller,
      iat: now,
      exp: now + 900,
      jti: expect.any(String),
      phase: 'intent',
      caller: buyer,
      check_id: reply.check_id,
      policy_decisions: [],
      plan_hash: planHash(plan({ approved_sellers: [seller] })),
    })
    expect(reply.expires_at).toBe('2027-03-01T00:15:00.000Z')
  })
  it('is for all approved sellers, and for nobody else when there are none', async () => {
    const several = await bedWith({ approved_sellers: [seller, otherSeller] })
    expect((await claimsOf(await check(several, intent(1)))).aud).toEqual([seller, otherSeller])
    for (const approved_sellers of [null, []])
      expect((await claimsOf(await check(await bedWith({ approved_sellers }), intent(1)))).aud).toBe(issuer)
  })
  it('of a seller names the purchase and may live for 30 days', async () => {
    const bed = await bedWith()
    const approved = await check(bed, intent(70000))
    const executed = await claimsOf(await check(bed, execution(approved.governance_context as string)))
    expect(executed).toMatchObject({ phase: 'purchase', aud: seller, caller: seller, exp: now + 30 * 86400 })
    expect(executed.media_buy_id).toEqual(expect.stringMatching(/./))
    const seller_response = { seller_reference: 'mb_1', committed_budget: 70000 }
    await bed.call('report_plan_outcome', outcome(approved, undefined, { seller_response }))
    const delivered = await claimsOf(await check(bed, delivery(approved.governance_context as string)))
    expect(delivered).toMatchObject({ phase: 'delivery', media_buy_id: 'mb_1' })
    const modified = await check(bed, execution(approved.governance_context as string, {}, { phase: 'modification' }))
    expect(await claimsOf(modified)).toMatchObject({ phase: 'modification' })
  })
  it('is new for every check, and bound to the plan as it is', async () => {
    const bed = await bedWith()
    const before = await claimsOf(await check(bed, intent(1)))
    await bed.call('sync_plans', sync(plan({ objectives: 'Another launch.' })))
    const after = await claimsOf(await check(bed, intent(1)))
    expect(after.jti).not.toBe(before.jti)
    expect(after.plan_hash).not.toBe(before.plan_hash)
  })
  it('lists how each policy came out, or a hash when that is long', async () => {
    const policy = (policy_id: string) => ({ policy_id, enforcement: 'should', policy: 'Set `po_number`: should.' })
    const few = await claimsOf(await check(await bedWith({ custom_policies: [policy('po')] }), intent(1)))
    expect(few.policy_decisions).toEqual([{ policy_id: 'po', decision: 'flagged' }])
    const many = Array.from({ length: 100 }, (_, index) => policy(`policy_${index}`))
    const hashed = await claimsOf(await check(await bedWith({ custom_policies: many }), intent(1)))
    expect(hashed).not.toHaveProperty('policy_decisions')
    expect(hashed.policy_decision_hash).toMatch(/^[\w-]{43}$/)
  })
  it('fits into 4,096 characters, however long the names', async () => {
    const plan_id = 'ü'.repeat(256)
    const caller = `https://a.example/${'x'.repeat(490)}`
    const approved_sellers = [`https://b.example/${'y'.repeat(490)}`]
    const reply = await check(await bedWith({ plan_id, approved_sellers }), intent(1, { plan_id, caller }))
    expect((reply.governance_context as string).length).toBeLessThanOrEqual(4096)
  })
})
