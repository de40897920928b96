import { flattenedVerify, importJWK } from 'jose'
import type { JsonObject } from '../../model/json.ts'
import { signRevocationList } from '../../token/sign.ts'
import {
  audit,
  buyer,
  delivery,
  execution,
  freshKey,
  intent,
  keys,
  otherSeller,
  outcome,
  plan,
  seller,
  sync,
  testBed,
} from '../agent.fixture.ts'
import { objectAt, objectsIn } from '../governance-agent/payload.ts'
import { ask, bed, broken, buy, entries, fieldOf, log, type Probe, syncs, tokenOf, word } from './probe-bed.fixture.ts'

const threshold = { total: 1, currency: 'USD', reallocation_threshold: 0 }
const policy = { custom_policies: [{ policy_id: 'po', enforcement: 'must', policy: 'Must set `po_number`.' }] }
const housing = { policy_categories: ['fair_housing'] }
const context = { id: 'AbC' }

const reported =
  (more: JsonObject): Probe =>
  async (parts) => {
    const on = await bed(parts)
    const { payload } = await on.call('report_plan_outcome', outcome(await ask(on, intent(500)), 500, more))
    return [word(payload), fieldOf(payload), payload.committed_budget, payload.plan_summary]
  }

const total: Probe = async (parts) => {
  const on = await bed(parts)
  const args = outcome(await ask(on, intent(500)), 500)
  for (let time = 0; time < 2; time += 1) await on.call('report_plan_outcome', args)
  return objectAt((await log(on)).budget).committed
}

const foreign =
  (plan_id: string): Probe =>
  async (parts) =>
    word(await ask(await bed(parts), intent(1, { plan_id }), 'rival'))

/** How the agent words its replies, and what it remembers. */
export const wordProbes: Readonly<Record<string, Probe>> = {
  'shape of capabilities': async (parts) => await broken(testBed(parts), 'get_adcp_capabilities', {}),
  'experimental features': async (parts) =>
    (await testBed(parts).call('get_adcp_capabilities', {})).payload.experimental_features,
  'shape of a synced plan': async (parts) => await broken(testBed(parts), 'sync_plans', sync(plan())),
  'shape of an approval': async (parts) => await broken(await bed(parts), 'check_governance', intent(1)),
  'shape of a denial': async (parts) => await broken(await bed(parts), 'check_governance', intent(90000)),
  'shape of conditions': async (parts) => await broken(await bed(parts, policy), 'check_governance', intent(1)),
  'shape of a review': async (parts) =>
    Object.keys(await ask(await bed(parts, { human_review_required: true }), intent(1))).sort(),
  'shape of an outcome': async (parts) => {
    const on = await bed(parts)
    return await broken(on, 'report_plan_outcome', outcome(await ask(on, intent(1)), 1))
  },
  'shape of a log': async (parts) => {
    const on = await bed(parts)
    await buy(on, 1)
    return await broken(on, 'get_plan_audit_logs', audit())
  },
  'context of an answer': async (parts) =>
    (await testBed(parts).call('get_adcp_capabilities', { context })).payload.context,
  'context of an error': async (parts) => (await testBed(parts).call('sync_plans', { context })).payload.context,
  'context of its own': async (parts) => (await testBed(parts).call('get_adcp_capabilities', {})).payload.context,
  'shape of a plan with policies': async (parts) => await broken(testBed(parts), 'sync_plans', sync(plan(policy))),
  'second version': async (parts) => {
    const { payload } = await (await bed(parts)).call('sync_plans', sync(plan()))
    return objectsIn(payload.plans)[0]?.version
  },
  'second version in the log': async (parts) => {
    const on = await bed(parts)
    await on.call('sync_plans', sync(plan()))
    return (await log(on)).plan_version
  },
  'second plan in force': async (parts) => {
    const on = await bed(parts)
    await on.call('sync_plans', sync(plan({ budget: { ...threshold, total: 100000 } })))
    return word(await ask(on, intent(90000)))
  },
  'a plan without flight': syncs({ flight: {} }),
  'a flight backwards': syncs({ flight: { start: '2027-04-02T00:00:00Z', end: '2027-04-01T00:00:00Z' } }),
  'an unknown brand': syncs({ brand: { domain: 'nobody.invalid' } }),
  'both ways to reallocate': syncs({ budget: { ...threshold, reallocation_unlimited: true } }),
  'no way to reallocate': syncs({ budget: { total: 1, currency: 'USD' } }),
  'housing without a human': syncs(housing),
  'a portfolio of the unknown': syncs({ portfolio: { member_plan_ids: ['later'] } }),
  'a budget below what is committed': async (parts) => {
    const on = await bed(parts)
    await buy(on, 500)
    return word((await on.call('sync_plans', sync(plan({ budget: threshold })))).payload)
  },
  'human review taken away': async (parts) => {
    const on = await bed(parts, { human_review_required: true })
    return word((await on.call('sync_plans', sync(plan()))).payload)
  },
  'contestation is missing': async (parts) => {
    const on = await bed(parts, { ...housing, human_review_required: true })
    return objectsIn((await ask(on, intent(1))).findings).map(({ severity }) => severity)
  },
  'a replayed sync': async (parts) => {
    const [on, request] = [testBed(parts), sync(plan())]
    await on.call('sync_plans', request)
    return (await on.call('sync_plans', request)).payload.replayed
  },
  'a replayed outcome commits': total,
  'a used key': async (parts) => {
    const [on, idempotency_key] = [testBed(parts), freshKey()]
    await on.call('sync_plans', { idempotency_key, plans: [plan({ objectives: 'The secret launch.' })] })
    const { payload } = await on.call('sync_plans', { idempotency_key, plans: [plan()] })
    return [word(payload), JSON.stringify(payload).includes('secret')]
  },
  'intent and execution at once': async (parts) =>
    word(await ask(await bed(parts), { ...intent(1), planned_delivery: { total_budget: 1 } })),
  'delivery without metrics': async (parts) =>
    word(await ask(await bed(parts), { plan_id: 'plan_1', caller: seller, phase: 'delivery' })),
  'an unknown plan': foreign('no_such_plan'),
  'a foreign plan': foreign('plan_1'),
  'a foreign plan in the log': async (parts) => {
    const { payload } = await (await bed(parts)).call('get_plan_audit_logs', { plan_ids: ['foreign_plan'] })
    return JSON.stringify(payload).includes('foreign_plan')
  },
  'a caller that is another': async (parts) => {
    const on = await bed(parts)
    return word(await ask(on, execution(await tokenOf(on)), otherSeller))
  },
  'a suspended plan': async (parts) => {
    const on = await bed(parts)
    on.agent.operator.suspend('buyer', 'plan_1', true)
    return word(await ask(on, intent(1)))
  },
  'the size of an audience': async (parts) => {
    const { findings } = await ask(await bed(parts, { min_audience_size: 10 }), intent(1))
    return objectsIn(findings).map(({ confidence }) => confidence)
  },
  'the policy of a finding': async (parts) => {
    const { findings } = await ask(await bed(parts, policy), intent(1))
    return objectsIn(findings).map(({ policy_id }) => policy_id)
  },
  'a report is due': async (parts) => {
    const on = await bed(parts)
    const { next_check, governance_context } = await ask(on, intent(100))
    const executed = await ask(on, execution(governance_context as string, { total_budget: 100 }))
    const delivered = await ask(on, delivery(governance_context as string))
    return [next_check, executed.next_check, delivered.next_check].map((due) => due !== undefined)
  },
  'two checks commit': async (parts) => {
    const on = await bed(parts)
    await ask(on, intent(70000))
    return word(await ask(on, intent(70000)))
  },
  'as much as was checked': reported({}),
  'less than was checked': reported({ seller_response: { committed_budget: 400 } }),
  'a failure': reported({ outcome: 'failed' }),
  'an unknown check': reported({ check_id: 'chk_0' }),
  'an unknown context': reported({ governance_context: 'made up' }),
  'logged checks': async (parts) => {
    const on = await bed(parts, { approved_sellers: [seller] })
    await ask(on, intent(90000))
    await ask(on, execution(await tokenOf(on, 100), { total_budget: 100 }))
    return (await entries(on)).map(({ check_type, status }) => [check_type, status].join(' '))
  },
  'logged amounts': async (parts) => {
    const on = await bed(parts)
    await ask(on, intent(12345))
    return JSON.stringify(await entries(on)).includes('12345')
  },
  'logged facts': async (parts) => {
    const on = await bed(parts)
    await ask(on, intent(1))
    return (await entries(on)).map((entry) => ['plan_hash', 'governance_context', 'mode'].filter((key) => key in entry))
  },
  'logged reasons': async (parts) => {
    const on = await bed(parts)
    await ask(on, intent(90000, { caller: buyer }))
    const denied = (await entries(on)).filter(({ status }) => status === 'denied')
    return denied.every(({ findings }) => objectsIn(findings).length > 0)
  },
  'logged budget': async (parts) => {
    const on = await bed(parts)
    await buy(on, 500)
    const { authorized, committed, remaining } = objectAt((await log(on)).budget)
    return Number(authorized) === Number(committed) + Number(remaining)
  },
  'time for a check': async (parts) => {
    const on = await bed(parts)
    const before = on.now()
    await ask(on, intent(1))
    return on.now() - before
  },
  'logged reviewer': async (parts) => {
    const on = await bed(parts, { human_review_required: true })
    const { task_id } = await ask(on, intent(1))
    on.agent.operator.resolveReview(String(task_id), { approved: true, actor: 'Ada' })
    return JSON.stringify((await log(on)).summary).includes('Ada')
  },
  'entries nobody asked for': async (parts) => 'entries' in (await log(await bed(parts), { include_entries: false })),
  'a log of nothing': async (parts) => word((await (await bed(parts)).call('get_plan_audit_logs', {})).payload),
  'the issuer of revocations': async (parts) => testBed(parts).agent.revocations().issuer,
  'the revocation list': async (parts) => {
    const signed = await signRevocationList(testBed(parts).agent.revocations(), keys)
    const { payload } = await flattenedVerify(signed, await importJWK(keys.publicJwk, 'EdDSA'))
    const { updated, next_update } = JSON.parse(new TextDecoder().decode(payload)) as Record<string, string>
    return Date.parse(next_update ?? '') - Date.parse(updated ?? '')
  },
}
