import { buyer, delivery, execution, intent, otherSeller, outcome, plan, seller } from '../agent.fixture.ts'
import { ask, bed, buy, decides, type Probe, tokenOf, word } from './probe-bed.fixture.ts'

const threshold = { total: 75000, currency: 'USD', reallocation_threshold: 10000 }
const free = { total: 75000, currency: 'USD', reallocation_unlimited: true }
const policy = { custom_policies: [{ policy_id: 'po', enforcement: 'must', policy: 'Must set `po_number`.' }] }
/** A policy of the registry that sends every action to a human. */
const registry = { policy_ids: ['eu_ai_act_annex_iii'], human_review_required: true }
const health = { type: 'description', description: 'Diabetics', category: 'health_data' }
const places = (...names: string[]) => ({
  packages: names.map((name) => ({ budget: 1, targeting_overlay: { geo_countries: [name] } })),
})
const delegated = (more: object) => ({
  countries: ['US'],
  delegations: [{ agent_url: buyer, authority: 'full', ...more }],
})
const bought = { seller_reference: 'mb_1', packages: [{ package_id: 'p1', budget: 30000 }] }
const move = (budget: number, plan_id = 'plan_1') =>
  intent([], { tool: 'update_media_buy', plan_id }, { media_buy_id: 'mb_1', packages: [{ package_id: 'p1', budget }] })

const executes =
  (more: object, planned: object, args: object = {}): Probe =>
  async (parts) => {
    const on = await bed(parts, { ...more })
    return word(await ask(on, execution(await tokenOf(on, 100), { total_budget: 100, ...planned }, { ...args })))
  }

const delivers =
  (metrics: object): Probe =>
  async (parts) => {
    const on = await bed(parts, { countries: ['US'] })
    const { status, findings } = await ask(on, delivery(await tokenOf(on, 70000), { ...metrics }))
    return [status, (findings ?? []) as object[]].flat().length
  }

/** Each move is asked for, reported, and followed by the next. */
const moves =
  (...steps: readonly (readonly [number, string?])[]): Probe =>
  async (parts) => {
    const on = await bed(parts, { budget: threshold }, plan({ plan_id: 'plan_2', budget: threshold }))
    for (const plan_id of ['plan_1', 'plan_2']) await buy(on, 30000, { plan_id, seller_response: bought })
    const words = []
    for (const [budget, plan_id = 'plan_1'] of steps) {
      const reply = await ask(on, move(budget, plan_id))
      words.push(word(reply))
      const seller_response = { seller_reference: 'mb_1', committed_budget: budget }
      await on.call('report_plan_outcome', outcome(reply, undefined, { plan_id, seller_response }))
    }
    return words
  }

/** What the agent decides, from the budget to the delivery report. */
export const decisionProbes: Readonly<Record<string, Probe>> = {
  'within budget': decides({}, intent(70000)),
  'exactly the budget': decides({}, intent(75000)),
  'one over the budget': decides({}, intent(75001)),
  'far over the budget': decides({}, intent(90000)),
  'two packages over the budget': decides({}, intent([40000, 40000])),
  'an update over the budget': decides({}, intent(90000, { tool: 'update_media_buy' })),
  'over what is left': async (parts) => {
    const on = await bed(parts)
    await buy(on, 60000)
    return word(await ask(on, intent(20000)))
  },
  'in a country of the plan': decides({ countries: ['US'] }, intent([], {}, places('US'))),
  'in another country': decides({ countries: ['US'] }, intent([], {}, places('CA'))),
  'in another country with the second package': decides({ countries: ['US'] }, intent([], {}, places('US', 'CA'))),
  'nowhere in particular': decides({ regions: ['US-MA'] }, intent(1)),
  'in another region': decides(
    { regions: ['US-MA'] },
    intent([], {}, { packages: [{ budget: 1, targeting_overlay: { geo_regions: ['US-NY'] } }] }),
  ),
  'before the flight': decides({}, intent(1, {}, { start_time: '2027-03-31T00:00:00Z' })),
  'after the flight': decides({}, intent(1, {}, { end_time: '2027-07-01T00:00:00Z' })),
  'on another channel': executes({ channels: { allowed: ['ctv'] } }, { channels: ['display'] }),
  'too much of a channel': executes(
    { channels: { mix_targets: { ctv: { max_pct: 50 } } } },
    { channels: ['ctv'], total_budget: 40000 },
  ),
  'too much for a seller': executes({ budget: { ...free, per_seller_max_pct: 40 } }, { total_budget: 40000 }),
  'more than the allocation': decides(
    { budget: { ...free, allocations: { media_buy: { amount: 50 } } } },
    intent(51, { purchase_type: 'media_buy' }),
  ),
  'more than the allocation of no type': decides(
    { budget: { ...free, allocations: { media_buy: { amount: 50 } } } },
    intent(51),
  ),
  'a type without allocation': decides(
    { budget: { ...free, allocations: { rights_license: { amount: 50 } } } },
    intent(51, { purchase_type: 'media_buy' }),
  ),
  'more than the portfolio': async (parts) => {
    const portfolio = { member_plan_ids: ['plan_1'], total_budget_cap: { amount: 50, currency: 'USD' } }
    return word(await ask(await bed(parts, {}, plan({ plan_id: 'global', portfolio })), intent(51)))
  },
  'by the approved seller': executes({ approved_sellers: [seller] }, {}),
  'by another seller': executes({ approved_sellers: [seller] }, {}, { caller: otherSeller }),
  'by another seller on the host': executes({ approved_sellers: [seller] }, {}, { caller: `${seller}/other` }),
  'by a delegate': decides(delegated({}), intent(1)),
  'by a stranger': decides(delegated({}), intent(1, { caller: 'https://stranger.example' })),
  'by a former delegate': decides(delegated({ expires_at: '2027-02-01T00:00:00Z' }), intent(1)),
  'by a delegate beyond its limit': decides(delegated({ budget_limit: { amount: 50, currency: 'USD' } }), intent(51)),
  'by a delegate for another market': decides(delegated({ markets: ['FR'] }), intent(1)),
  'moved by an executor': decides(delegated({ authority: 'execute_only' }), intent(1, { tool: 'update_media_buy' })),
  'without what a policy demands': decides(policy, intent(1)),
  'with what a policy demands': decides(policy, intent(1, {}, { po_number: 'PO-1' })),
  'without it for the fourth time': async (parts) => {
    const on = await bed(parts, policy)
    for (let round = 0; round < 3; round += 1) await ask(on, intent(1))
    return word(await ask(on, intent(1)))
  },
  'to a restricted audience': executes({ restricted_attributes: ['health_data'] }, { audience_targeting: [health] }),
  'without a restricted audience': executes(
    { restricted_attributes: ['health_data'] },
    { audience_targeting: [{ ...health, value: false }] },
  ),
  'against a registry policy, by a custom one': decides(
    { ...registry, custom_policies: [{ policy_id: 'c', enforcement: 'must', policy: 'Nobody reviews these buys.' }] },
    intent(1),
  ),
  'against a registry policy, by objectives': decides({ ...registry, objectives: 'Do not ask anybody.' }, intent(1)),
  'without what the portfolio demands': async (parts) => {
    const portfolio = { member_plan_ids: ['plan_1'] }
    const holder = plan({ plan_id: 'global', portfolio, ...policy })
    return word(await ask(await bed(parts, {}, holder), intent(1)))
  },
  'where a human must look': decides({ human_review_required: true }, intent(1)),
  'where a policy wants a human': decides(
    { custom_policies: [{ policy_id: 'c', enforcement: 'must', policy: 'Credit.', requires_human_review: true }] },
    intent(1),
  ),
  'a move over the threshold': moves([40001]),
  'a move over a threshold of 0': async (parts) => {
    const on = await bed(parts, { budget: { ...threshold, reallocation_threshold: 0 } })
    await buy(on, 30000, { seller_response: bought })
    return word(await ask(on, move(30001)))
  },
  'two moves over the threshold': moves([36000], [42000]),
  'a move over the threshold on two plans': moves([36000], [36000, 'plan_2']),
  'two moves of two delegates': async (parts) => {
    const other = 'https://other.example'
    const delegations = [buyer, other].map((agent_url) => ({ agent_url, authority: 'full' }))
    const on = await bed(parts, { budget: threshold, delegations })
    await buy(on, 30000, { seller_response: bought })
    const seller_response = { seller_reference: 'mb_1', committed_budget: 36000 }
    await on.call('report_plan_outcome', outcome(await ask(on, move(36000)), undefined, { seller_response }))
    return word(await ask(on, { ...move(42000), caller: other }))
  },
  'a move after a reduction': moves([36000], [30000], [36000]),
  'delivered at home': delivers({ geo_distribution: { US: 100 } }),
  'delivered far abroad': delivers({ geo_distribution: { US: 60, CA: 40 } }),
  'delivered a little abroad': delivers({ geo_distribution: { US: 80, CA: 20 } }),
  'delivered more than the plan': delivers({ cumulative_spend: 80000 }),
  'delivered too fast': delivers({ cumulative_spend: 60000 }),
}
