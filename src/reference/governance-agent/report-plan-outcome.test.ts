import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../model/json.ts'
import {
  audit,
  bedWith,
  check,
  errorOf,
  execution,
  first,
  intent,
  outcome,
  seller,
  type TestBed,
  valid,
} from '../agent.fixture.ts'

async function report(bed: TestBed, args: JsonObject): Promise<JsonObject> {
  return await valid(bed, 'report_plan_outcome', args)
}

describe('a completed action', () => {
  it('commits what the seller has confirmed', async () => {
    const bed = await bedWith()
    expect(await report(bed, outcome(await check(bed, intent(70000)), 70000))).toEqual({
      outcome_id: expect.stringMatching(/^out_/),
      status: 'accepted',
      committed_budget: 70000,
      plan_summary: { total_committed: 70000, budget_remaining: 5000 },
    })
  })
  it.each([
    [60000, 'info'],
    [70001, 'critical'],
  ])('with %d confirmed where 70000 was checked is a finding', async (confirmed, severity) => {
    const bed = await bedWith()
    expect(await report(bed, outcome(await check(bed, intent(70000)), confirmed))).toMatchObject({
      status: 'findings',
      committed_budget: confirmed,
      findings: [{ severity }],
      plan_summary: { total_committed: confirmed },
    })
  })
  it('commits the sum of packages, or what was checked, when no total is given', async () => {
    const bed = await bedWith()
    const seller_response = { packages: [{ budget: 100 }, { budget: 200 }] }
    const summed = await report(bed, outcome(await check(bed, intent(300)), undefined, { seller_response }))
    expect(summed).toMatchObject({ status: 'accepted', committed_budget: 300 })
    const checked = await report(bed, outcome(await check(bed, intent(500)), undefined))
    expect(checked).toMatchObject({ committed_budget: 500, plan_summary: { total_committed: 800 } })
  })
  it('beyond the plan is a finding', async () => {
    const bed = await bedWith()
    const [one, two] = [await check(bed, intent(50000)), await check(bed, intent(50000))]
    await report(bed, outcome(one, 50000))
    expect(await report(bed, outcome(two, 50000))).toMatchObject({
      status: 'findings',
      findings: [{ category_id: 'budget_authority', severity: 'critical' }],
      plan_summary: { total_committed: 100000, budget_remaining: -25000 },
    })
  })
  it('reported again with a new key replaces the first report', async () => {
    const bed = await bedWith()
    const approved = await check(bed, intent(500))
    await report(bed, outcome(approved, 500))
    expect((await report(bed, outcome(approved, 400))).plan_summary).toMatchObject({ total_committed: 400 })
  })
  it('that nobody approved is a finding', async () => {
    const bed = await bedWith()
    const approved = await check(bed, intent(1))
    const denied = await check(bed, intent(75001))
    const args = { ...outcome(approved, 1), check_id: denied.check_id ?? '' }
    expect(await report(bed, args)).toMatchObject({ status: 'findings' })
  })
  it('of a change commits the difference', async () => {
    const bed = await bedWith()
    const bought = (budget: number) => ({ seller_reference: 'mb_1', packages: [{ package_id: 'p1', budget }] })
    await report(bed, outcome(await check(bed, intent(300)), undefined, { seller_response: bought(300) }))
    const payload = { media_buy_id: 'mb_1', packages: [{ package_id: 'p1', budget: 500 }] }
    const moved = await check(bed, intent([], { tool: 'update_media_buy' }, payload))
    const reply = await report(bed, outcome(moved, undefined, { seller_response: bought(500) }))
    expect(reply).toMatchObject({ status: 'accepted', committed_budget: 200, plan_summary: { total_committed: 500 } })
  })
})

it('a replay commits nothing more', async () => {
  const bed = await bedWith()
  const args = outcome(await check(bed, intent(500)), 500)
  const reply = await report(bed, args)
  expect(await report(bed, args)).toEqual({ ...reply, replayed: true })
  expect(first(await valid(bed, 'get_plan_audit_logs', audit()), 'plans')).toMatchObject({ budget: { committed: 500 } })
})

it('a failed action commits 0', async () => {
  const bed = await bedWith()
  const approved = await check(bed, intent(500))
  const args = outcome(approved, undefined, {
    outcome: 'failed',
    error: { code: 'PRODUCT_UNAVAILABLE', message: 'Gone.' },
  })
  expect(await report(bed, args)).toMatchObject({
    status: 'accepted',
    committed_budget: 0,
    plan_summary: { total_committed: 0, budget_remaining: 75000 },
  })
})

describe('delivery', () => {
  const period = { start: '2027-04-01T00:00:00Z', end: '2027-04-08T00:00:00Z' }
  it.each([
    [75000, 'accepted'],
    [75001, 'findings'],
  ])('of %d is %s, and commits nothing', async (spend, status) => {
    const bed = await bedWith()
    const { check_id: _none, ...args } = outcome(await check(bed, intent(500)), undefined, {
      outcome: 'delivery',
      delivery: { reporting_period: period, spend },
    })
    const reply = await report(bed, args)
    expect(reply).toMatchObject({ status, plan_summary: { total_committed: 0 } })
    expect(reply).not.toHaveProperty('committed_budget')
  })
})

describe('an outcome of nothing', () => {
  it.each<[JsonObject, string, string]>([
    [{ check_id: 'chk_0' }, 'REFERENCE_NOT_FOUND', 'check_id'],
    [{ governance_context: 'made up' }, 'REFERENCE_NOT_FOUND', 'governance_context'],
    [{ outcome: 'delivery' }, 'INVALID_REQUEST', 'delivery'],
    [{ outcome: 'done' }, 'INVALID_REQUEST', 'outcome'],
  ])('%j is %s', async (more, code, field) => {
    const bed = await bedWith()
    const args = { ...outcome(await check(bed, intent(500)), 500), ...more }
    expect(await errorOf(bed, 'report_plan_outcome', args)).toMatchObject({ code, field })
  })
  it('needs a check for what is completed', async () => {
    const bed = await bedWith()
    const { check_id: _none, ...args } = outcome(await check(bed, intent(500)), 500)
    expect(await errorOf(bed, 'report_plan_outcome', args)).toMatchObject({
      code: 'INVALID_REQUEST',
      field: 'check_id',
    })
  })
  it('is not for the seller to report', async () => {
    const bed = await bedWith({ approved_sellers: [seller] })
    const approved = await check(bed, intent(70000))
    await check(bed, execution(approved.governance_context as string), seller)
    const { payload } = await bed.call('report_plan_outcome', outcome(approved, 1), seller)
    expect(payload.adcp_error).toMatchObject({ code: 'PLAN_NOT_FOUND' })
  })
})
