import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../model/json.ts'
import { bedWith, check, delivery, intent } from '../agent.fixture.ts'

describe('delivery', () => {
  async function report(more: JsonObject, metrics: JsonObject): Promise<JsonObject> {
    const bed = await bedWith(more)
    const token = (await check(bed, intent(70000))).governance_context as string
    return await check(bed, delivery(token, metrics))
  }
  it('outside the countries is denied', async () => {
    const payload = await report({ countries: ['US'] }, { geo_distribution: { US: 80, CA: 20 } })
    expect(payload).toMatchObject({ status: 'denied', findings: [{ severity: 'critical' }] })
    expect(payload.next_check).toBeUndefined()
  })
  it('inside the countries is approved, and more is expected', async () => {
    const payload = await report({ countries: ['US'] }, { geo_distribution: { US: 100, CA: 0 }, cumulative_spend: 100 })
    expect(payload).toMatchObject({ status: 'approved', next_check: '2027-03-08T00:00:00.000Z' })
  })
  it('of more than the plan is denied', async () => {
    expect((await report({}, { cumulative_spend: 75001 })).status).toBe('denied')
    expect((await report({}, { cumulative_spend: 75000 })).status).toBe('approved')
  })
  it('on another channel is denied', async () => {
    const channels = { allowed: ['ctv'] }
    expect((await report({ channels }, { channel_distribution: { ctv: 90, display: 10 } })).status).toBe('denied')
  })
  it('far ahead of an even pace is approved with a warning', async () => {
    const payload = await report({}, { cumulative_spend: 60000, pacing: 'ahead' })
    expect(payload).toMatchObject({ status: 'approved', findings: [{ severity: 'warning' }] })
    expect((await report({}, { cumulative_spend: 37000 })).findings).toBeUndefined()
  })
  it('asks for no further report once the flight is over', async () => {
    const reporting_period = { start: '2027-06-01T00:00:00Z', end: '2027-06-30T23:59:59Z' }
    expect((await report({}, { reporting_period })).next_check).toBeUndefined()
  })
})
