import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../model/json.ts'
import {
  audit,
  bedWith,
  check,
  errorOf,
  first,
  freshKey,
  intent,
  outcome,
  plan,
  sync,
  testBed,
  valid,
} from '../agent.fixture.ts'

describe('a plan', () => {
  it('is taken in with the first version, what it is looked at for, and its policies', async () => {
    const custom_policies = [{ policy_id: 'po', enforcement: 'should', policy: 'Be kind.' }]
    const reply = await valid(testBed(), 'sync_plans', sync(plan({ custom_policies, policy_ids: ['us_coppa'] })))
    expect(first(reply, 'plans')).toMatchObject({
      plan_id: 'plan_1',
      status: 'active',
      version: 1,
      resolved_policies: [
        { policy_id: 'us_coppa', source: 'explicit', enforcement: 'must' },
        { policy_id: 'po', source: 'explicit', enforcement: 'should' },
      ],
    })
  })
  it('synced again is the next version, in force at once', async () => {
    const bed = await bedWith()
    expect((await check(bed, intent(90000))).status).toBe('denied')
    const budget = { total: 100000, currency: 'USD', reallocation_unlimited: true }
    expect(first(await valid(bed, 'sync_plans', sync(plan({ budget }))), 'plans').version).toBe(2)
    expect((await check(bed, intent(90000))).status).toBe('approved')
    expect(first(await valid(bed, 'get_plan_audit_logs', audit()), 'plans').plan_version).toBe(2)
  })
  it('belongs to who synced it, and the same id may be another plan for another', async () => {
    const bed = await bedWith()
    await bed.call(
      'sync_plans',
      sync(plan({ budget: { total: 5, currency: 'USD', reallocation_unlimited: true } })),
      'rival',
    )
    expect((await check(bed, intent(6), 'rival')).status).toBe('denied')
    expect((await check(bed, intent(6))).status).toBe('approved')
  })
  it('is kept only with all the others in its request', async () => {
    const bed = testBed()
    await errorOf(bed, 'sync_plans', sync(plan(), plan({ plan_id: 'bad', brand: { domain: 'nobody.invalid' } })))
    expect(await errorOf(bed, 'check_governance', intent(1))).toMatchObject({ code: 'PLAN_NOT_FOUND' })
  })
})

describe('a plan that cannot stand', () => {
  const threshold = { total: 1, currency: 'USD', reallocation_threshold: 0 }
  it.each<[string, JsonObject, string, string]>([
    ['no budget', { budget: {} }, 'INVALID_REQUEST', 'plans[0].budget.total'],
    [
      'neither way to reallocate',
      { budget: { total: 1, currency: 'USD' } },
      'INVALID_REQUEST',
      'plans[0].budget.reallocation_threshold',
    ],
    ['both ways', { budget: { ...threshold, reallocation_unlimited: true } }, 'INVALID_REQUEST', 'plans[0].budget'],
    ['a field of its own', { spending: 1 }, 'INVALID_REQUEST', 'plans[0].spending'],
    [
      'an end before its start',
      { flight: { start: '2027-04-02T00:00:00Z', end: '2027-04-01T00:00:00Z' } },
      'INVALID_REQUEST',
      'plans[0].flight.end',
    ],
    ['a negative budget', { budget: { ...threshold, total: -1 } }, 'INVALID_REQUEST', 'plans[0].budget.total'],
    ['an endless id', { plan_id: 'x'.repeat(257) }, 'INVALID_REQUEST', 'plans[0].plan_id'],
    [
      'fair housing without a human',
      { policy_categories: ['fair_housing'] },
      'INVALID_REQUEST',
      'plans[0].human_review_required',
    ],
    [
      'Annex III without a human',
      { policy_ids: ['eu_ai_act_annex_iii'] },
      'INVALID_REQUEST',
      'plans[0].human_review_required',
    ],
    ['an unknown brand', { brand: { domain: 'nobody.invalid' } }, 'REFERENCE_NOT_FOUND', 'plans[0].brand.domain'],
    [
      'a cap in another currency',
      { portfolio: { member_plan_ids: [], total_budget_cap: { amount: 1, currency: 'EUR' } } },
      'INVALID_REQUEST',
      'plans[0].portfolio.total_budget_cap.currency',
    ],
  ])('%s', async (_case, more, code, field) => {
    expect(await errorOf(testBed(), 'sync_plans', sync(plan(more)))).toMatchObject({ code, field })
  })
  it('the same plan twice', async () => {
    expect(await errorOf(testBed(), 'sync_plans', sync(plan(), plan()))).toMatchObject({ field: 'plans[1].plan_id' })
  })
  it('less budget than is committed', async () => {
    const bed = await bedWith()
    await bed.call('report_plan_outcome', outcome(await check(bed, intent(60000)), 60000))
    const budget = (total: number) => ({ budget: { total, currency: 'USD', reallocation_unlimited: true } })
    expect(await errorOf(bed, 'sync_plans', sync(plan(budget(59999))))).toMatchObject({
      code: 'VALIDATION_ERROR',
      field: 'plans[0].budget.total',
    })
    expect((await bed.call('sync_plans', sync(plan(budget(60000))))).isError).toBe(false)
  })
  it.each([{}, { human_review_required: false }])('human review taken away with %j', async (more) => {
    const bed = await bedWith({ human_review_required: true })
    expect(await errorOf(bed, 'sync_plans', sync(plan(more)))).toMatchObject({
      code: 'VALIDATION_ERROR',
      field: 'plans[0].human_review_required',
    })
  })
})

describe('an idempotency key', () => {
  it('brings back the first reply, with the context of the new call', async () => {
    const bed = testBed()
    const request = sync(plan())
    const reply = await valid(bed, 'sync_plans', { ...request, context: { trace: 1 } })
    const again = await valid(bed, 'sync_plans', { ...request, context: { trace: 2 } })
    expect(again).toEqual({ ...reply, replayed: true, context: { trace: 2 } })
    expect(first(await valid(bed, 'get_plan_audit_logs', audit()), 'plans').plan_version).toBe(1)
  })
  it('is refused for another request, without a word about the first', async () => {
    const bed = testBed()
    const idempotency_key = freshKey()
    await bed.call('sync_plans', { idempotency_key, plans: [plan({ objectives: 'The secret launch.' })] })
    const { payload } = await bed.call('sync_plans', { idempotency_key, plans: [plan({ plan_id: 'plan_2' })] })
    expect(payload.adcp_error).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT', field: 'idempotency_key' })
    expect(JSON.stringify(payload)).not.toMatch(/secret|plan_1/)
  })
  it('is the property of one principal, and is forgotten after a day', async () => {
    const bed = testBed()
    const request = sync(plan())
    await bed.call('sync_plans', request)
    expect((await valid(bed, 'sync_plans', request, 'rival')).replayed).toBeUndefined()
    bed.wait(86_400_000)
    expect((await valid(bed, 'sync_plans', request)).replayed).toBeUndefined()
  })
  it('is not used up by an error', async () => {
    const bed = testBed()
    const idempotency_key = freshKey()
    await errorOf(bed, 'sync_plans', { idempotency_key, plans: [plan({ brand: { domain: 'nobody.invalid' } })] })
    expect((await valid(bed, 'sync_plans', { idempotency_key, plans: [plan()] })).replayed).toBeUndefined()
  })
})
