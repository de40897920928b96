import { describe, expect, it } from 'vitest'
import type { Evidence } from '../model/check.ts'
import type { Json } from '../model/json.ts'
import { pending, refusal, result } from './evidence.fixture.ts'
import { govPeerAdjusted } from './gov-peer-adjusted.ts'
import { checked, seen } from './peer.fixture.ts'

const conditions = [
  { field: 'planned_delivery.geo.countries', required_value: ['CA', 'US'] },
  { field: 'planned_delivery.total_budget', required_value: 9000 },
]

function judge(countries: Json, total_budget: Json, more: Partial<Evidence> = {}) {
  const last = checked({ planned_delivery: { geo: { countries }, total_budget } })
  return govPeerAdjusted.evaluate({ conditions }, seen([checked(), last], more))
}

describe('gov_peer_adjusted', () => {
  it('passes when all conditions are met, in whatever order', () => {
    expect(judge(['US', 'CA'], 9000)).toEqual({ status: 'passed' })
  })

  it.each([
    [['US'], 9000],
    [['US', 'CA', 'MX'], 9000],
    [['CA', 'US'], 10000],
    [null, null],
    ['CA', 9000],
  ])('countries %j and a budget of %j are not what was asked for', (countries, budget) => {
    expect(judge(countries, budget)).toMatchObject({ status: 'failed', pointer: null })
  })

  it('tells the condition that is not met', () => {
    expect(judge(['US', 'CA'], 10000)).toEqual({
      status: 'failed',
      message: 'the seller confirms, and has not asked with the planned_delivery.total_budget that was its condition',
      pointer: null,
      expected: 9000,
      actual: 10000,
    })
  })

  it('has nothing to say where nothing is confirmed, or nobody was asked', () => {
    expect(judge(['US'], 1, { reply: refusal({ code: 'GOVERNANCE_DENIED' }) })).toMatchObject({
      status: 'not_applicable',
    })
    expect(judge(['US'], 1, { reply: pending('submitted') })).toMatchObject({ status: 'not_applicable' })
    expect(govPeerAdjusted.evaluate({ conditions }, seen([], { reply: result({}) }))).toMatchObject({
      status: 'not_applicable',
    })
  })
})
