import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../model/json.ts'
import { result } from './evidence.fixture.ts'
import { govPeerCovers } from './gov-peer-covers.ts'
import { checked, seen } from './peer.fixture.ts'

const flight = { start_time: '2027-04-01T00:00:00Z', end_time: '2027-06-30T23:59:59Z' }
const bought = { media_buy_id: 'mb_1', currency: 'USD', packages: [{ budget: 6 }, { budget: 4 }], ...flight }
const params = { since: 'first', media_buy: 'mb_1' }

/** A plan was asked about in the step `first`, and the purchase is read now. */
function judge(planned_delivery: Json, buy: JsonObject = bought) {
  const calls = [checked({ planned_delivery: {} }, { step: 'first' }), checked({ planned_delivery }, { step: 'first' })]
  const payload = { media_buys: [{ media_buy_id: 'mb_0', total_budget: 99 }, buy] }
  return govPeerCovers.evaluate(params, seen(calls, { reply: result(payload), payload }))
}

describe('gov_peer_covers', () => {
  it.each<[Json]>([
    [{ total_budget: 10, currency: 'USD', ...flight }],
    [{ total_budget: 9.999 }],
    [{ total_budget: 1, currency: 'JPY' }],
    [{ start_time: '2027-04-01', end_time: '2027-06-30' }],
    [{ start_time: '2027-01-01T00:00:00Z', end_time: '2027-12-31T00:00:00Z' }],
    [{ start_time: 'soon', end_time: null, total_budget: '1' }],
    [{}],
  ])('%j covers it', (planned) => {
    expect(judge(planned)).toEqual({ status: 'passed' })
  })

  it.each<[Json, string]>([
    [{ total_budget: 6, currency: 'USD' }, 'the seller asked about less than it confirms'],
    [{ total_budget: 9 }, 'the seller asked about less than it confirms'],
    [{ ...flight, end_time: '2027-05-31T00:00:00Z' }, 'the seller asked about a shorter flight than it confirms'],
    [{ ...flight, end_time: '2027-06-29T23:59:59Z' }, 'the seller asked about a shorter flight than it confirms'],
    [{ start_time: '2027-04-15T00:00:00Z' }, 'the seller asked about a shorter flight than it confirms'],
  ])('%j does not', (planned, message) => {
    expect(judge(planned)).toMatchObject({ status: 'failed', message, pointer: null })
  })

  it('takes the budget of the whole where packages do not all tell theirs, and leaves out what is canceled', () => {
    const { packages: _packages, ...whole } = { ...bought, total_budget: 10 }
    expect(judge({ total_budget: 9 }, whole)).toMatchObject({ status: 'failed' })
    expect(judge({ total_budget: 9 }, { ...whole, packages: [{ budget: 3 }, {}] })).toMatchObject({ status: 'failed' })
    expect(judge({ total_budget: 6 }, { ...bought, packages: [{ budget: 6 }, { budget: 4, canceled: true }] })).toEqual(
      {
        status: 'passed',
      },
    )
    expect(judge({ total_budget: 1 }, { media_buy_id: 'mb_1', packages: [] })).toEqual({ status: 'passed' })
  })

  it('has nothing to say where nobody was asked, nothing planned, or nothing is listed', () => {
    const payload = { media_buys: [bought] }
    const unasked = govPeerCovers.evaluate(params, seen([], { reply: result(payload), payload }))
    expect(unasked).toMatchObject({ status: 'not_applicable' })
    expect(judge(null)).toMatchObject({ status: 'not_applicable' })
    expect(judge({}, { media_buy_id: 'mb_2' })).toMatchObject({ status: 'not_applicable' })
  })
})
