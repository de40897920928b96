import type { JsonObject } from '../../model/json.ts'
import { readToken } from '../../token/read-token.ts'
import { audit, buyer, delivery, execution, intent, outcome, plan, seller, sync, testBed } from '../agent.fixture.ts'
import { objectAt, objectsIn } from '../governance-agent/payload.ts'
import { ask, bed, buy, decides, entries, log, type Probe, tokenOf, word } from './probe-bed.fixture.ts'

const { packages: _none, ...bare } = objectAt(intent(0).payload)
const costing = (amount: number) => ({ total_budget: { amount, currency: 'USD' } })
const small = { budget: { total: 50, currency: 'USD', reallocation_unlimited: true } }

/** What a seller plans under the token of a small intent, in some phase. */
const plans =
  (phase: string, more: JsonObject, planned: JsonObject): Probe =>
  async (parts) => {
    const on = await bed(parts, more)
    return word(await ask(on, execution(await tokenOf(on, 100), { total_budget: 100, ...planned }, { phase })))
  }

/** What is decided before and after a plan is sent again with other terms. */
const amended =
  (before: JsonObject, after: JsonObject, args: (token: string) => JsonObject): Probe =>
  async (parts) => {
    const on = await bed(parts, before)
    const first = word(await ask(on, args(await tokenOf(on, 100))))
    await on.call('sync_plans', sync(plan(after)))
    return [first, word(await ask(on, args(await tokenOf(on, 100))))]
  }

const late = { flight: { start: '2027-04-01T00:00:00Z', end: '2027-07-31T00:00:00Z' } }
const lateIntent = intent(1, {}, { end_time: '2027-07-01T00:00:00Z' })

/** Less trodden paths: other phases, several plans at once, plans that change, reports of buyers, the summary of the log. */
export const pathProbes: Readonly<Record<string, Probe>> = {
  'a million over the budget': decides({}, intent(1_000_000)),
  'a proposal over the budget': decides({}, { ...intent(0), payload: { ...bare, ...costing(90000) } }),
  'packages over the stated total': decides({}, intent(90000, {}, costing(1))),
  'executed in a dearer currency': plans('purchase', {}, { currency: 'KWD' }),
  'executed over the budget': plans('purchase', {}, { total_budget: 90000 }),
  'executed in another country': plans('purchase', { countries: ['US'] }, { geo: { countries: ['CA'] } }),
  'executed after the flight': plans('purchase', {}, { end_time: '2027-07-01T00:00:00Z' }),
  'changed within the plan': plans('modification', {}, { total_budget: 200 }),
  'changed over the budget': plans('modification', {}, { total_budget: 90000 }),
  'changed to another country': plans('modification', { countries: ['US'] }, { geo: { countries: ['CA'] } }),
  'changed to after the flight': plans('modification', {}, { end_time: '2027-07-01T00:00:00Z' }),
  'changed to another channel': plans('modification', { channels: { allowed: ['ctv'] } }, { channels: ['olv'] }),
  'token phase of a change': async (parts) => {
    const on = await bed(parts)
    const { governance_context } = await ask(on, execution(await tokenOf(on), {}, { phase: 'modification' }))
    const read = readToken(String(governance_context))
    return 'token' in read && read.token.claims.phase
  },
  'two plans in one sync': async (parts) => {
    const { payload } = await testBed(parts).call('sync_plans', sync(plan(), plan({ plan_id: 'plan_2', ...small })))
    return objectsIn(payload.plans).map(({ plan_id }) => plan_id)
  },
  'each plan by its own terms': async (parts) => {
    const on = await bed(parts, {}, plan({ plan_id: 'plan_2', ...small }))
    return [word(await ask(on, intent(51))), word(await ask(on, intent(51, { plan_id: 'plan_2' })))]
  },
  'two plans in one log': async (parts) => {
    const on = await bed(parts, {}, plan({ plan_id: 'plan_2' }))
    await buy(on, 500)
    const { payload } = await on.call('get_plan_audit_logs', audit({ plan_ids: ['plan_1', 'plan_2'] }))
    return objectsIn(payload.plans).map(({ plan_id, budget }) => [plan_id, objectAt(budget).committed])
  },
  'an amended flight': amended(late, {}, () => lateIntent),
  'amended channels': amended({ channels: { allowed: ['ctv', 'olv'] } }, { channels: { allowed: ['ctv'] } }, (token) =>
    execution(token, { total_budget: 100, channels: ['olv'] }),
  ),
  'amended sellers': amended({ approved_sellers: [seller] }, { approved_sellers: [buyer] }, (token) =>
    execution(token, { total_budget: 100 }),
  ),
  'how grave it is to spend more than the plan': async (parts) => {
    const on = await bed(parts)
    const { status, findings } = await ask(on, delivery(await tokenOf(on), { cumulative_spend: 80000 }))
    return [status, ...objectsIn(findings).map(({ severity }) => severity)]
  },
  'a buyer who reports overspend': async (parts) => {
    const on = await bed(parts)
    const report = { outcome: 'delivery', delivery: { spend: 80000 } }
    const args = outcome(await ask(on, intent(500)), undefined, report)
    return word((await on.call('report_plan_outcome', args)).payload)
  },
  'the summary of a log': async (parts) => {
    const on = await bed(parts)
    await buy(on, 500)
    await ask(on, intent(90000))
    const { summary, governed_actions } = await log(on)
    const { checks_performed, outcomes_reported } = objectAt(summary)
    return [checks_performed, outcomes_reported, objectsIn(governed_actions).map(({ committed }) => committed)]
  },
  'the times of a log': async (parts) => {
    const on = await bed(parts)
    await buy(on, 500)
    return (await entries(on)).map(({ timestamp }) => timestamp)
  },
  'an explanation': async (parts) => String((await ask(await bed(parts), intent(1))).explanation).length > 2,
}
