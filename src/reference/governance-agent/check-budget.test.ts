import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../model/json.ts'
import {
  bedWith,
  buyer,
  check,
  decision,
  execution,
  intent,
  otherSeller,
  outcome,
  plan,
  type TestBed,
} from '../agent.fixture.ts'

describe('budget', () => {
  it.each([
    [74999, 'approved'],
    [75000, 'approved'],
    [75001, 'denied'],
    [[40000, 35000], 'approved'],
    [[40000, 35001], 'denied'],
    [0, 'approved'],
  ])('of 75000: %j is %s', async (budget, status) => {
    expect(await decision({}, intent(budget))).toBe(status)
  })
  it('counts total_budget when that is more than the packages', async () => {
    expect(await decision({}, intent(10, {}, { total_budget: { amount: 75001, currency: 'USD' } }))).toBe('denied')
  })
  it('counts what outcomes have committed, and not what was only checked', async () => {
    const bed = await bedWith()
    const approved = await check(bed, intent(60000))
    expect((await check(bed, intent(75000))).status).toBe('approved')
    await bed.call('report_plan_outcome', outcome(approved, 60000))
    expect((await check(bed, intent(15000))).status).toBe('approved')
    expect((await check(bed, intent(15001))).status).toBe('denied')
  })
  it('counts only the difference when a purchase is changed', async () => {
    const bed = await bedWith()
    const approved = await check(bed, intent(60000))
    const seller_response = { seller_reference: 'mb_1', packages: [{ package_id: 'p1', budget: 60000 }] }
    await bed.call('report_plan_outcome', outcome(approved, undefined, { seller_response }))
    const change = (budget: number) =>
      intent([], { tool: 'update_media_buy' }, { media_buy_id: 'mb_1', packages: [{ package_id: 'p1', budget }] })
    expect((await check(bed, change(75000))).status).toBe('approved')
    expect((await check(bed, change(75001))).status).toBe('denied')
  })
  it('refuses to compare another currency', async () => {
    expect(await decision({}, intent(1, {}, { total_budget: { amount: 1, currency: 'EUR' } }))).toBe('denied')
  })
  it.each([-1, '70000', Number.MAX_VALUE * 2])('answers INVALID_REQUEST for a budget of %j', async (budget) => {
    const bed = await bedWith()
    const { payload } = await bed.call('check_governance', intent([], {}, { packages: [{ budget }] } as JsonObject))
    expect(payload.adcp_error).toMatchObject({ code: 'INVALID_REQUEST', field: 'payload.packages[0].budget' })
  })
  it('keeps the parts that types of purchase have been given', async () => {
    const budget = {
      total: 75000,
      currency: 'USD',
      reallocation_unlimited: true,
      allocations: { rights_license: { amount: 1000 }, media_buy: { max_pct: 50 } },
    }
    expect(await decision({ budget }, intent(37500))).toBe('approved')
    expect(await decision({ budget }, intent(37501))).toBe('denied')
    expect(await decision({ budget }, intent(1001, { purchase_type: 'rights_license' }))).toBe('denied')
    expect(await decision({ budget }, intent(75000, { purchase_type: 'signal_activation' }))).toBe('approved')
  })
  it('keeps the share that one seller may have', async () => {
    const budget = { total: 75000, currency: 'USD', reallocation_unlimited: true, per_seller_max_pct: 40 }
    const bed = await bedWith({ budget })
    expect((await check(bed, intent(30001))).status).toBe('denied')
    const approved = await check(bed, intent(20000))
    const token = approved.governance_context as string
    expect((await check(bed, execution(token, { total_budget: 20000 }))).status).toBe('approved')
    await bed.call('report_plan_outcome', outcome(approved, 20000))
    const next = (await check(bed, intent(20000))).governance_context as string
    expect((await check(bed, execution(next, { total_budget: 20000 }))).status).toBe('denied')
    expect((await check(bed, execution(next, { total_budget: 20000 }, { caller: otherSeller }))).status).toBe(
      'approved',
    )
  })
  it('says how much is left when no action is named', async () => {
    const bed = await bedWith()
    const { status, findings, governance_context } = await check(bed, { plan_id: 'plan_1', caller: buyer })
    expect(status).toBe('approved')
    expect(findings).toMatchObject([{ severity: 'info', details: { budget_remaining: 75000 } }])
    expect(governance_context).toBeUndefined()
  })
})

describe('moving budget', () => {
  const budget = { total: 75000, currency: 'USD', reallocation_threshold: 10000 }
  const move = (to: number, more: JsonObject = {}) =>
    intent(
      [],
      { tool: 'update_media_buy', ...more },
      { media_buy_id: 'mb_1', packages: [{ package_id: 'p1', budget: to }] },
    )

  async function bought(planMore: JsonObject): Promise<TestBed> {
    const bed = await bedWith({ budget, ...planMore }, plan({ plan_id: 'plan_2', budget }))
    const seller_response = { seller_reference: 'mb_1', packages: [{ package_id: 'p1', budget: 30000 }] }
    for (const plan_id of ['plan_1', 'plan_2']) {
      const approved = await check(bed, intent(30000, { plan_id }))
      await bed.call('report_plan_outcome', outcome(approved, undefined, { plan_id, seller_response }))
    }
    return bed
  }

  it('up to the threshold needs no human, above it does', async () => {
    const bed = await bought({})
    expect((await check(bed, move(40000))).status).toBe('approved')
    expect((await check(bed, move(40001))).status).toBe('submitted')
    expect((await check(bed, move(20000))).status).toBe('approved')
  })
  it('always needs a human when the threshold is 0', async () => {
    const bed = await bought({ budget: { ...budget, reallocation_threshold: 0 } })
    expect((await check(bed, move(30001))).status).toBe('submitted')
  })
  it('adds up over plans and time, and a reduction takes nothing back', async () => {
    const bed = await bought({})
    const seller_response = { seller_reference: 'mb_1', committed_budget: 36000 }
    const moved = await check(bed, move(36000))
    await bed.call('report_plan_outcome', outcome(moved, undefined, { seller_response }))
    const back = await check(bed, move(30000))
    const reduced = { seller_reference: 'mb_1', committed_budget: 30000 }
    await bed.call('report_plan_outcome', outcome(back, undefined, { seller_response: reduced }))
    expect((await check(bed, move(34000, { plan_id: 'plan_2' }))).status).toBe('approved')
    expect((await check(bed, move(34001, { plan_id: 'plan_2' }))).status).toBe('submitted')
    bed.wait(30 * 86_400_000)
    expect((await check(bed, move(34001, { plan_id: 'plan_2' }))).status).toBe('approved')
  })
})

describe('a portfolio', () => {
  const portfolio = plan({
    plan_id: 'global',
    countries: ['US', 'FR'],
    budget: { total: 200000, currency: 'USD', reallocation_unlimited: true },
    portfolio: {
      member_plan_ids: ['plan_1', 'plan_2', 'not_yet'],
      total_budget_cap: { amount: 90000, currency: 'USD' },
    },
  })
  it('caps what its members spend together', async () => {
    const bed = await bedWith({}, plan({ plan_id: 'plan_2' }), portfolio)
    const approved = await check(bed, intent(60000))
    await bed.call('report_plan_outcome', outcome(approved, 60000))
    expect((await check(bed, intent(30000, { plan_id: 'plan_2' }))).status).toBe('approved')
    const denied = await check(bed, intent(30001, { plan_id: 'plan_2' }))
    expect(denied).toMatchObject({ status: 'denied', findings: [{ source_plan_id: 'global' }] })
  })
  it('holds its other limits against its members too', async () => {
    const bed = await bedWith({}, portfolio)
    const packages = [{ budget: 1, targeting_overlay: { geo_countries: ['DE'] } }]
    expect((await check(bed, intent([], {}, { packages }))).status).toBe('denied')
  })
})
