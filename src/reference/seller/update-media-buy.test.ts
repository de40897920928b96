import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../model/json.ts'
import {
  bought,
  buys,
  change,
  codeOf,
  control,
  deny,
  governedBed,
  schemaErrors,
  silence,
  valid,
} from '../seller.fixture.ts'

describe('a change', () => {
  it('of the commitment is checked as a modification', async () => {
    const bed = await governedBed()
    const buy = await bought(bed)
    const [first] = buy.packages as readonly JsonObject[]
    const more = { packages: [{ package_id: first?.package_id ?? '', budget: 9000 }] }
    expect(codeOf(await bed.call('update_media_buy', change(buy, more)))).toBe('PERMISSION_DENIED')
    const governance_context = bed.token({ phase: 'modification', mediaBuyId: String(buy.media_buy_id) })
    await valid(bed, 'update_media_buy', change(buy, { ...more, governance_context }))
    expect(bed.checks[1]?.args).toMatchObject({
      phase: 'modification',
      governance_context,
      planned_delivery: { total_budget: 9000 },
      modification_summary: 'Budget 7000 to 9000 USD; flight 2027-04-01T00:00:00Z to 2027-06-30T23:59:59Z.',
    })
    expect(await buys(bed)).toMatchObject([{ total_budget: 9000, revision: 2 }])
  })
  it('that is denied changes nothing', async () => {
    const bed = await governedBed()
    const buy = await bought(bed)
    bed.answer(deny)
    const refused = await bed.call('update_media_buy', change(buy, { end_time: '2027-07-30T00:00:00Z' }))
    expect([codeOf(refused), await schemaErrors('update_media_buy', refused)]).toEqual(['GOVERNANCE_DENIED', []])
    expect(await buys(bed)).toMatchObject([{ end_time: '2027-06-30T23:59:59Z', revision: 1 }])
  })
  it('that reduces or stops needs no new token, and stopping nobody', async () => {
    const bed = await governedBed()
    const buy = await bought(bed)
    await valid(bed, 'update_media_buy', change(buy, { end_time: '2027-05-30T00:00:00Z' }))
    expect(bed.checks).toHaveLength(2)
    bed.answer(silence)
    expect(await valid(bed, 'update_media_buy', change(buy, { paused: true }))).toMatchObject({ status: 'paused' })
    expect(await valid(bed, 'update_media_buy', change(buy, { paused: false }))).toMatchObject({
      status: 'pending_start',
    })
    expect(await valid(bed, 'update_media_buy', change(buy, { canceled: true }))).toMatchObject({ status: 'canceled' })
    expect(bed.checks).toHaveLength(2)
    expect(codeOf(await bed.call('update_media_buy', change(buy, { paused: true })))).toBe('INVALID_STATE')
  })
  it('of what it does not have, or has changed since, is refused', async () => {
    const bed = await governedBed()
    const buy = await bought(bed)
    const wrong = [
      { revision: 7 },
      { packages: [{ package_id: 'x' }] },
      { new_packages: [{ product_id: 'x', budget: 1, pricing_option_id: 'x' }] },
    ]
    const codes = await Promise.all(
      wrong.map(async (more) => codeOf(await bed.call('update_media_buy', change(buy, more)))),
    )
    expect(codes).toEqual(['CONFLICT', 'PACKAGE_NOT_FOUND', 'PRODUCT_NOT_FOUND'])
  })
})

describe('delivery', () => {
  it('is reported with metrics, and paused at once when it is denied', async () => {
    const bed = await governedBed()
    const buy = await bought(bed)
    const params = {
      media_buy_id: buy.media_buy_id ?? '',
      impressions: 100,
      reported_spend: { amount: 50, currency: 'USD' },
    }
    await bed.call('comply_test_controller', control('simulate_delivery', params))
    expect(bed.checks[1]?.args).toMatchObject({
      phase: 'delivery',
      delivery_metrics: { spend: 50, cumulative_spend: 50, impressions: 100 },
    })
    bed.answer(deny)
    const second = await bed.call(
      'comply_test_controller',
      control('simulate_budget_spend', { media_buy_id: buy.media_buy_id ?? '', spend_percentage: 50 }),
    )
    expect(second.payload).toEqual({
      success: true,
      simulated: { impressions: 0, spend: 3450 },
      cumulative: { impressions: 100, spend: 3500 },
    })
    expect(await buys(bed)).toMatchObject([{ status: 'paused' }])
    const delivery = await valid(bed, 'get_media_buy_delivery', {})
    expect(delivery.media_buy_deliveries).toMatchObject([{ totals: { spend: 3500, impressions: 100 } }])
  })
})
