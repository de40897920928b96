import type { JsonObject } from '../../model/json.ts'
import { buyer, delivery, execution, freshKey, intent, outcome, plan, seller, sync, testBed } from '../agent.fixture.ts'
import type { AgentParts } from '../governance-agent/parts.ts'
import { objectAt, objectsIn } from '../governance-agent/payload.ts'
import { ask, bed, buy, decides, entries, fieldOf, log, type Probe, tokenOf, word } from './probe-bed.fixture.ts'

const free = { total: 75000, currency: 'USD', reallocation_unlimited: true }
const overlay = (targeting_overlay: object) => ({
  packages: [{ budget: 1, targeting_overlay: { ...targeting_overlay } }],
})
const countries = (...geo_countries: string[]) => overlay({ geo_countries })
const regions = (...geo_regions: string[]) => overlay({ geo_regions })
const change = (payload: object) => intent([], { tool: 'update_media_buy' }, { media_buy_id: 'mb_1', ...payload })
const delegate = (more: object) => ({ delegations: [{ agent_url: buyer, authority: 'full', ...more }] })

/** The decision on a check that follows a buy of so much. */
function after(budget: number, more: JsonObject, args: JsonObject, between?: JsonObject): Probe {
  return async (parts) => {
    const on = await bed(parts, more)
    await buy(on, budget, { seller_response: { seller_reference: 'mb_1', committed_budget: budget } })
    if (between) await on.call('sync_plans', sync(plan(between)))
    return word(await ask(on, args))
  }
}

const executes =
  (more: JsonObject, planned: JsonObject, caller = seller): Probe =>
  async (parts) => {
    const on = await bed(parts, more)
    return word(await ask(on, execution(await tokenOf(on, 100), { total_budget: 100, ...planned }, { caller })))
  }

async function claims(parts: AgentParts, name: string, ...plans: readonly JsonObject[]): Promise<readonly unknown[]> {
  const on = await bed(parts, {}, plan({ plan_id: 'plan_2' }))
  const seen: unknown[] = []
  for (const next of plans) {
    await on.call('sync_plans', sync(plan(next)))
    const reply = await ask(on, intent(1, { plan_id: next.plan_id ?? 'plan_1' }))
    seen.push(claimOf(reply, name))
  }
  return seen
}

function claimOf({ governance_context: token }: JsonObject, name: string): unknown {
  const [, part = ''] = String(token).split('.')
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())[name]
  } catch {
    return 'no claims'
  }
}

/** What lies just beyond, or just within, what the other probes ask. */
export const edgeProbes: Readonly<Record<string, Probe>> = {
  'a cent over the budget': decides({}, intent([75000, 0.01])),
  'fractions that fill the budget': decides({ budget: { ...free, total: 3003.68 } }, intent([1000.01, 2003.67])),
  'a third package over the budget': decides({}, intent([1, 1, 75000])),
  'an added package over the budget': after(1, {}, change({ new_packages: [{ budget: 75000 }] })),
  'over what two outcomes have left': async (parts) => {
    const on = await bed(parts)
    for (const budget of [50000, 20000]) await buy(on, budget)
    return word(await ask(on, intent(5001)))
  },
  'over what is left after another sync': after(50000, {}, intent(30000), {}),
  'in a region of another country': decides({ countries: ['US'] }, intent([], {}, regions('CA-ON'))),
  'in two countries at once': decides({ countries: ['US'] }, intent([], {}, countries('US', 'CA'))),
  'an added package in another country': after(
    1,
    { countries: ['US'] },
    change({ new_packages: [{ budget: 1, targeting_overlay: { geo_countries: ['CA'] } }] }),
  ),
  'a proposed change to another country': after(1, { countries: ['US'] }, change(countries('CA'))),
  'in two regions at once': decides({ regions: ['US-MA'] }, intent([], {}, regions('US-MA', 'US-NY'))),
  'executed in another region': async (parts) => {
    const on = await bed(parts, { regions: ['US-MA'] })
    const { governance_context } = await ask(on, intent([], {}, regions('US-MA')))
    const geo = { countries: ['US'], regions: ['US-NY'] }
    return word(await ask(on, execution(String(governance_context), { total_budget: 1, geo })))
  },
  'after the flight in another zone': decides({}, intent(1, {}, { end_time: '2027-06-30T23:59:59-05:00' })),
  'within the flight in another zone': decides({}, intent(1, {}, { end_time: '2027-07-01T01:59:59+02:00' })),
  'a package after the flight': decides(
    {},
    intent([], {}, { packages: [{ budget: 1, end_time: '2027-07-02T00:00:00Z' }] }),
  ),
  'a proposed change to after the flight': after(1, {}, change({ end_time: '2027-07-02T00:00:00Z' })),
  'over what is left of the allocation': after(
    50,
    { budget: { ...free, allocations: { media_buy: { amount: 50 } } } },
    intent(1),
  ),
  'over an allocated share': decides({ budget: { ...free, allocations: { media_buy: { max_pct: 1 } } } }, intent(751)),
  'executed over the allocation': executes(
    { budget: { ...free, allocations: { media_buy: { amount: 100 } } } },
    { total_budget: 101 },
  ),
  'by a seller with a longer address': executes({ approved_sellers: [seller] }, {}, `${seller}-partner`),
  'by a seller under the same domain': executes(
    { approved_sellers: [seller] },
    {},
    'https://resale.streamhaus.example/mcp',
  ),
  'by a delegate with nothing left': after(50, delegate({ budget_limit: { amount: 50, currency: 'USD' } }), intent(1)),
  'by a delegate in two markets': decides(delegate({ markets: ['US'] }), intent([], {}, countries('US', 'CA'))),
  'a small sum where a human must look': decides({ human_review_required: true }, intent(1)),
  'a report of a stranger': async (parts) => {
    const on = await bed(parts)
    const { payload } = await on.call('report_plan_outcome', outcome(await ask(on, intent(1)), 1), 'stranger')
    return word(payload)
  },
  'a plan that a stranger sent again': async (parts) => {
    const on = await bed(parts)
    await on.call('sync_plans', sync(plan({ budget: { ...free, total: 1 } })), 'stranger')
    return word(await ask(on, intent(2)))
  },
  'a plan id in capitals': decides({}, intent(1, { plan_id: 'PLAN_1' })),
  'a sync that is replayed late': async (parts) => {
    const on = await bed(parts)
    const first = sync(plan({ budget: { ...free, total: 10 } }))
    await on.call('sync_plans', first)
    await on.call('sync_plans', sync(plan()))
    await on.call('sync_plans', first)
    return word(await ask(on, intent(11)))
  },
  'another country under the same key': async (parts) => {
    const idempotency_key = freshKey()
    const on = testBed(parts)
    await on.call('sync_plans', { idempotency_key, plans: [plan({ countries: ['US'] })] })
    const { payload } = await on.call('sync_plans', { idempotency_key, plans: [plan({ countries: ['CA'] })] })
    return word(payload)
  },
  'a flight that ends in words': async (parts) => {
    const flight = { start: '2027-04-01T00:00:00Z', end: 'the last day of June' }
    const { payload } = await testBed(parts).call('sync_plans', sync(plan({ flight })))
    return [word(payload), fieldOf(payload)]
  },
  'more confirmed than checked': async (parts) => (await buyOf(parts, 10, 11)).committed_budget,
  'a fraction confirmed': async (parts) => (await buyOf(parts, 10.4, 10.4)).committed_budget,
  'token not before': (parts) => claims(parts, 'nbf', {}),
  'token ids of two plans': async (parts) => new Set(await claims(parts, 'jti', {}, { plan_id: 'plan_2' })).size,
  'token signature of an execution': async (parts) => {
    const on = await bed(parts)
    const reply = await ask(on, execution(await tokenOf(on, 1), { total_budget: 1 }))
    return /\.A{86}$/.test(String(reply.governance_context))
  },
  'token plan hash of an execution after another sync': async (parts) => {
    const on = await bed(parts)
    await tokenOf(on, 1)
    await on.call('sync_plans', sync(plan({ objectives: 'Another launch.' })))
    const { governance_context } = await ask(on, intent(1))
    const executed = await ask(on, execution(String(governance_context), { total_budget: 1 }))
    return claimOf(executed, 'plan_hash') === claimOf({ governance_context: governance_context ?? '' }, 'plan_hash')
  },
  'a log of four': async (parts) => {
    const on = await bed(parts)
    for (let round = 0; round < 4; round += 1) await ask(on, intent(1))
    return (await entries(on)).length
  },
  'a log after another sync': async (parts) => {
    const on = await bed(parts)
    await ask(on, intent(1))
    await on.call('sync_plans', sync(plan()))
    return (await entries(on)).length
  },
  'the logged tool of a change': async (parts) => {
    const on = await bed(parts)
    await ask(on, change({ packages: [{ package_id: 'p1', budget: 1 }] }))
    return (await entries(on)).map(({ tool }) => tool)
  },
  'the logged tokens': async (parts) => {
    const on = await bed(parts)
    for (let round = 0; round < 2; round += 1) await ask(on, intent(1))
    return new Set((await entries(on)).map(({ governance_context }) => governance_context)).size
  },
  'the entries of two plans': async (parts) => {
    const on = await bed(parts, {}, plan({ plan_id: 'plan_2' }))
    await ask(on, intent(1))
    const both = { plan_ids: ['plan_1', 'plan_2'], include_entries: true }
    const { payload } = await on.call('get_plan_audit_logs', both)
    return objectsIn(payload.plans).map((one) => objectsIn(one.entries).length)
  },
  'the percentage that is used': async (parts) => {
    const on = await bed(parts)
    await buy(on, 75000)
    return objectAt((await log(on)).budget).utilization_pct
  },
  'delivered little, and too much since the start': async (parts) => {
    const on = await bed(parts)
    const reply = await ask(on, delivery(await tokenOf(on, 70000), { spend: 1, cumulative_spend: 80000 }))
    return word(reply)
  },
}

async function buyOf(parts: AgentParts, checked: number, confirmed: number): Promise<JsonObject> {
  const on = await bed(parts)
  return (await on.call('report_plan_outcome', outcome(await ask(on, intent(checked)), confirmed))).payload
}
