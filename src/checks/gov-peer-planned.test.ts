import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import type { Evidence } from '../model/check.ts'
import type { Exchange, Reply } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import { evidence, pending, refusal, result } from './evidence.fixture.ts'
import { govPeerPlanned } from './gov-peer-planned.ts'
import { checked, seen } from './peer.fixture.ts'

const bought = (...budgets: readonly number[]) => ({
  packages: budgets.map((budget) => ({ pricing_option_id: 'cpm', budget })),
})

/** Products at a price in dollars were listed, and then two were bought. */
function judge(planned: unknown, reply: Reply = result(bought(6, 4)), more: Partial<Evidence> = {}) {
  const call = checked({ planned_delivery: planned } as JsonObject)
  return govPeerPlanned.evaluate(
    {},
    seen([checked(), call], { ...listed('USD'), request: bought(6, 4), ...answer(reply), ...more }),
  )
}

function answer(reply: Reply) {
  return { reply, payload: evidence(reply).payload }
}

function listed(...currencies: readonly string[]): Pick<Evidence, 'history'> {
  const pricing_options = currencies.map((currency) => ({ pricing_option_id: 'cpm', currency }))
  const other = { pricing_option_id: 'flat', currency: 'JPY' }
  const reply = result({ products: [{ pricing_options: [...pricing_options, other] }] })
  const request: Exchange['request'] = { transport: 'mcp', operation: 'get_products', url: '', payload: {} }
  return { history: [{ request, reply, startedAt: '', durationMs: 0, http: [] }] }
}

describe('gov_peer_planned', () => {
  it.each([
    [{ total_budget: 10 }],
    [{ total_budget: 10, currency: 'USD' }],
    [{ total_budget: 9.999 }],
    [{ total_budget: 11, currency: 'USD' }],
  ])('%j covers a purchase of 10 dollars', (planned) => {
    expect(judge(planned)).toEqual({ status: 'passed' })
  })

  it.each([
    [{ total_budget: 9 }, 'the seller asked about less than it confirms'],
    [{ total_budget: 6, currency: 'USD' }, 'the seller asked about less than it confirms'],
    [{ total_budget: 10, currency: 'EUR' }, 'the seller asked about the same number in another currency'],
    [{}, 'the seller asked without saying what it plans'],
    [null, 'the seller asked without saying what it plans'],
    ['all', 'the seller asked without saying what it plans'],
  ])('%j does not', (planned, message) => {
    expect(judge(planned)).toMatchObject({ status: 'failed', message })
  })

  it('holds the plan against what is confirmed, and where that is not told against what was asked for', () => {
    const half = judge({ total_budget: 5 }, result(bought(5)))
    const untold = [result({ packages: [{}, { budget: 1 }] }), result({}), result({ packages: [] })]
    expect(half).toEqual({ status: 'passed' })
    expect(untold.map((reply) => judge({ total_budget: 5 }, reply).status)).toEqual(['failed', 'failed', 'failed'])
    expect(judge({ total_budget: 5 }, result({ affected_packages: bought(5).packages }))).toEqual({ status: 'passed' })
  })

  it('does not convert, and does not guess at the currency of the price', () => {
    const converted = { status: 'passed', note: 'the budget of the planned delivery is in another currency' }
    expect(judge({ total_budget: 9, currency: 'EUR' })).toEqual(converted)
    expect(judge({ total_budget: 9, currency: 'USD' }, undefined, listed('USD', 'EUR'))).toEqual(converted)
    expect(judge({ total_budget: 10, currency: 'EUR' }, undefined, { history: [] })).toEqual(converted)
  })

  it('asks for no budget in the plan', () => {
    expect(judge({ channels: ['ctv'] })).toEqual({ status: 'passed', note: 'the planned delivery tells no budget' })
  })

  it.each([refusal(), pending('submitted')])('says nothing where nothing is confirmed: %#', (reply) => {
    expect(judge({ total_budget: 1 }, reply)).toMatchObject({ status: 'not_applicable' })
  })

  it('says nothing without a call', () => {
    expect(govPeerPlanned.evaluate({}, seen([], answer(result(bought(1)))))).toMatchObject({ status: 'not_applicable' })
  })

  it('needs a purchase with budgets', () => {
    expect(() => judge({ total_budget: 1 }, result({}), { request: {} })).toThrow(AuthoringDefect)
  })
})
