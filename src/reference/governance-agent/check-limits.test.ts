import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../model/json.ts'
import { bedWith, buyer, check, decision, execution, intent, otherSeller, outcome, seller } from '../agent.fixture.ts'

describe('flight, places and channels', () => {
  it.each([
    ['2027-04-01T00:00:00Z', '2027-06-30T23:59:59Z', 'approved'],
    ['asap', '2027-06-30T23:59:59Z', 'approved'],
    ['2027-03-31T23:59:59Z', '2027-06-30T23:59:59Z', 'denied'],
    ['2027-04-01T00:00:00Z', '2027-07-01T00:00:00Z', 'denied'],
    ['tomorrow', '2027-06-30T23:59:59Z', 'denied'],
  ])('from %s to %s is %s', async (start_time, end_time, status) => {
    expect(await decision({}, intent(1, {}, { start_time, end_time }))).toBe(status)
  })
  it.each([
    [undefined, 'approved'],
    [{ geo_countries: ['US'] }, 'approved'],
    [{ geo_countries: ['US', 'CA'] }, 'denied'],
    [{ geo_regions: ['CA-ON'] }, 'denied'],
  ])('in the country US, %j is %s', async (targeting_overlay, status) => {
    const packages = [{ budget: 1 }, { budget: 1, ...(targeting_overlay ? { targeting_overlay } : {}) }]
    expect(await decision({ countries: ['US'] }, intent([], {}, { packages }))).toBe(status)
  })
  it.each([
    [['US-MA'], 'approved'],
    [['US-MA', 'US-NY'], 'denied'],
    [undefined, 'denied'],
  ])('in the region US-MA, %j is %s', async (geo_regions, status) => {
    const packages = [{ budget: 1, ...(geo_regions ? { targeting_overlay: { geo_regions } } : {}) }]
    expect(await decision({ regions: ['US-MA'] }, intent([], {}, { packages }))).toBe(status)
  })
  it('looks at what the seller plans to deliver', async () => {
    const bed = await bedWith({ countries: ['US'], channels: { allowed: ['ctv'] } })
    const token = (await check(bed, intent(70000))).governance_context as string
    const planned = async (more: JsonObject) => (await check(bed, execution(token, more))).status
    expect(await planned({ geo: { countries: ['US'] }, channels: ['ctv'] })).toBe('approved')
    expect(await planned({ geo: { countries: ['CA'] } })).toBe('denied')
    expect(await planned({ channels: ['ctv', 'display'] })).toBe('denied')
    expect(await planned({ total_budget: 75001 })).toBe('denied')
    expect(await planned({ currency: 'EUR' })).toBe('denied')
    expect(await planned({ end_time: '2027-07-01T00:00:00Z' })).toBe('denied')
  })
  it('keeps the mix of channels in its ranges', async () => {
    const bed = await bedWith({
      channels: { mix_targets: { ctv: { min_pct: 40, max_pct: 70 }, display: { max_pct: 30 } } },
    })
    const planned = async (more: JsonObject) => (await check(bed, execution('elsewhere', more))).status
    expect(await planned({ total_budget: 52500, channels: ['ctv'] })).toBe('approved')
    expect(await planned({ total_budget: 52501, channels: ['ctv'] })).toBe('denied')
    expect(await planned({ total_budget: 22501, channels: ['display'] })).toBe('denied')
    expect(await planned({ total_budget: 50000, channels: ['olv'] })).toBe('denied')
  })
})

describe('sellers and delegates', () => {
  it('refuses a seller that the plan does not approve, and writes the attempt down', async () => {
    const bed = await bedWith({ approved_sellers: [seller] })
    const token = (await check(bed, intent(70000))).governance_context as string
    expect((await check(bed, execution(token))).status).toBe('approved')
    const { payload, isError } = await bed.call('check_governance', execution(token, {}, { caller: otherSeller }))
    expect(isError).toBe(true)
    expect(payload.adcp_error).toMatchObject({ code: 'PERMISSION_DENIED', field: 'caller' })
    const log = await bed.call('get_plan_audit_logs', { plan_ids: ['plan_1'], include_entries: true })
    const entries = (log.payload.plans as readonly JsonObject[])[0]?.entries as readonly JsonObject[]
    expect(entries.at(-1)).toMatchObject({ caller: otherSeller, status: 'denied', check_type: 'execution' })
  })
  it('lets a seller with a token of the plan ask, and nobody else', async () => {
    const bed = await bedWith({ approved_sellers: [seller] })
    const token = (await check(bed, intent(70000))).governance_context as string
    expect((await check(bed, execution(token), seller)).status).toBe('approved')
    const without = await bed.call('check_governance', execution('another token'), seller)
    expect(without.payload.adcp_error).toMatchObject({ code: 'PLAN_NOT_FOUND' })
    const asAnother = await bed.call('check_governance', execution(token), otherSeller)
    expect(asAnother.payload.adcp_error).toMatchObject({ code: 'PERMISSION_DENIED' })
  })
  it.each<[string, JsonObject, JsonObject, string]>([
    ['full authority', {}, intent(70000), 'approved'],
    ['another caller', {}, intent(1, { caller: 'https://stranger.example' }), 'denied'],
    ['an ended delegation', { expires_at: '2027-02-28T00:00:00Z' }, intent(1), 'denied'],
    ['too much money', { budget_limit: { amount: 500, currency: 'USD' } }, intent(501), 'denied'],
    ['a limit in another currency', { budget_limit: { amount: 500, currency: 'EUR' } }, intent(1), 'denied'],
    ['another market', { markets: ['FR'] }, intent(1), 'denied'],
    ['authority to propose', { authority: 'propose_only' }, intent(1), 'denied'],
    ['authority to execute', { authority: 'execute_only' }, intent(1), 'approved'],
    [
      'a move with authority to execute',
      { authority: 'execute_only' },
      intent(1, { tool: 'update_media_buy' }),
      'denied',
    ],
  ])('%s', async (_case, given, asked, status) => {
    const delegations = [{ agent_url: buyer, authority: 'full', ...given }]
    expect(await decision({ countries: ['US'], delegations }, asked)).toBe(status)
  })
  it('lets a delegate ask under its own name', async () => {
    const bed = await bedWith({ delegations: [{ agent_url: buyer, authority: 'full' }] })
    expect((await check(bed, intent(1), buyer)).status).toBe('approved')
    const other = await bed.call('check_governance', intent(1), 'https://stranger.example')
    expect(other.payload.adcp_error).toMatchObject({ code: 'PLAN_NOT_FOUND' })
  })
})

describe('the approval', () => {
  it('lapses after a quarter of an hour', async () => {
    const bed = await bedWith()
    const token = (await check(bed, intent(70000))).governance_context as string
    bed.wait(14 * 60_000)
    expect((await check(bed, execution(token))).status).toBe('approved')
    bed.wait(60_000)
    expect((await check(bed, execution(token))).status).toBe('denied')
  })
  it('does not ask for delivery reports before a seller has it', async () => {
    const bed = await bedWith()
    const approved = await check(bed, intent(70000))
    expect(approved.next_check).toBeUndefined()
    expect((await check(bed, execution(approved.governance_context as string))).next_check).toBeDefined()
  })
})

it('a delegate reports its own outcomes, and does not read the log', async () => {
  const bed = await bedWith({ delegations: [{ agent_url: buyer, authority: 'full' }] })
  const approved = await check(bed, intent(1), buyer)
  expect((await bed.call('report_plan_outcome', outcome(approved, 1), buyer)).payload.status).toBe('accepted')
  const { payload } = await bed.call('get_plan_audit_logs', { plan_ids: ['plan_1'] }, buyer)
  expect(payload.adcp_error).toMatchObject({ code: 'PLAN_NOT_FOUND' })
})
