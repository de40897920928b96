import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../model/json.ts'
import {
  audit,
  bedWith,
  buyer,
  check,
  delivery,
  errorOf,
  execution,
  intent,
  outcome,
  schemas,
  testBed,
  valid,
} from '../agent.fixture.ts'

describe('context', () => {
  const context = { correlation_id: 'AbC', nested: { list: [1, null, 'x'] } }
  it('comes back as it was sent, on success and on error', async () => {
    const bed = await bedWith()
    expect((await bed.call('get_adcp_capabilities', { context })).payload.context).toEqual(context)
    expect((await check(bed, { ...intent(1), context })).context).toEqual(context)
    expect((await bed.call('check_governance', { ...intent(1, { plan_id: 'no' }), context })).payload.context).toEqual(
      context,
    )
    expect((await bed.call('sync_plans', { context })).payload.context).toEqual(context)
  })
  it('does not come out of nothing', async () => {
    const bed = await bedWith()
    expect(await check(bed, intent(1))).not.toHaveProperty('context')
    expect((await bed.call('sync_plans', {})).payload).not.toHaveProperty('context')
    expect((await bed.call('sync_plans', { context: 'text' })).payload).not.toHaveProperty('context')
  })
})

describe('a request that cannot be answered', () => {
  const both = { ...intent(1), planned_delivery: { total_budget: 1 } }
  it.each<[string, JsonObject, string]>([
    ['intent and execution at once', both, 'planned_delivery'],
    [
      'intent and delivery at once',
      {
        ...intent(1),
        delivery_metrics: { reporting_period: { start: '2027-04-01T00:00:00Z', end: '2027-04-02T00:00:00Z' } },
      },
      'delivery_metrics',
    ],
    ['delivery without metrics', { plan_id: 'plan_1', caller: buyer, phase: 'delivery' }, 'delivery_metrics'],
    ['a payload without its tool', { plan_id: 'plan_1', caller: buyer, payload: {} }, 'tool'],
    ['a tool without its payload', { plan_id: 'plan_1', caller: buyer, tool: 'create_media_buy' }, 'payload'],
    ['a modification of nothing', { plan_id: 'plan_1', caller: buyer, phase: 'modification' }, 'planned_delivery'],
    ['no caller', { plan_id: 'plan_1' }, 'caller'],
    ['an endless caller', { plan_id: 'plan_1', caller: `https://a.example/${'x'.repeat(512)}` }, 'caller'],
    ['an unknown field', { ...intent(1), binding: {} }, 'binding'],
  ])('%s', async (_case, args, field) => {
    expect(await errorOf(await bedWith(), 'check_governance', args)).toMatchObject({ code: 'INVALID_REQUEST', field })
  })
  it('for another major version', async () => {
    expect(await errorOf(testBed(), 'get_adcp_capabilities', { adcp_major_version: 4 })).toMatchObject({
      code: 'VERSION_UNSUPPORTED',
      field: 'adcp_major_version',
    })
    expect((await testBed().call('get_adcp_capabilities', { adcp_major_version: 3 })).isError).toBe(false)
  })
  it.each(['tasks_get', 'toString'])('for the task %s', async (task) => {
    expect(await errorOf(testBed(), task, {})).toMatchObject({ code: 'INVALID_REQUEST' })
  })
})

describe('what is not there and what is not yours', () => {
  it('get the same answer in every task', async () => {
    const bed = await bedWith()
    const approved = await check(bed, intent(1))
    const calls: readonly [string, (plan_id: string) => JsonObject][] = [
      ['check_governance', (plan_id) => intent(1, { plan_id })],
      ['report_plan_outcome', (plan_id) => ({ ...outcome(approved, 1), plan_id })],
      ['get_plan_audit_logs', (plan_id) => audit({ plan_ids: [plan_id] })],
    ]
    for (const [task, args] of calls) {
      const missing = await bed.call(task, args('no_such_plan'), 'rival')
      const foreign = await bed.call(task, args('plan_1'), 'rival')
      expect(missing.payload.adcp_error).toMatchObject({ code: 'PLAN_NOT_FOUND' })
      expect(foreign).toEqual(missing)
    }
  })
  it('one foreign plan among others is not named', async () => {
    const bed = await bedWith()
    const { payload } = await bed.call('get_plan_audit_logs', audit({ plan_ids: ['plan_1', 'foreign_plan'] }))
    expect(payload.adcp_error).toMatchObject({ code: 'PLAN_NOT_FOUND' })
    expect(JSON.stringify(payload)).not.toContain('foreign_plan')
  })
})

it('a suspended plan answers CAMPAIGN_SUSPENDED until it is lifted', async () => {
  const bed = await bedWith()
  const approved = await check(bed, intent(1))
  expect(bed.agent.operator.suspend('buyer', 'plan_1', true)).toBe(true)
  const token = approved.governance_context as string
  for (const args of [intent(1), execution(token), delivery(token)])
    expect(await errorOf(bed, 'check_governance', args)).toMatchObject({ code: 'CAMPAIGN_SUSPENDED' })
  expect(await errorOf(bed, 'report_plan_outcome', outcome(approved, 1))).toMatchObject({ code: 'CAMPAIGN_SUSPENDED' })
  expect((await valid(bed, 'get_plan_audit_logs', audit())).plans).toMatchObject([{ status: 'suspended' }])
  bed.agent.operator.suspend('buyer', 'plan_1', false)
  expect((await check(bed, intent(1))).status).toBe('approved')
  expect(bed.agent.operator.suspend('buyer', 'no_plan', true)).toBe(false)
})

it('the capabilities are valid and say what the agent does', async () => {
  const payload = await valid(testBed(), 'get_adcp_capabilities', {})
  expect(payload).toEqual({
    status: 'completed',
    adcp: { major_versions: [3], idempotency: { supported: true, replay_ttl_seconds: 86400 } },
    supported_protocols: ['governance'],
    specialisms: ['governance-spend-authority', 'governance-delivery-monitor'],
    experimental_features: ['governance.campaign'],
    governance: { aggregation_window_days: 30 },
  })
})

it('errors have the shape of the official error', async () => {
  const schema = await schemas.load('core/error.json')
  const error = await errorOf(testBed(), 'sync_plans', {})
  expect(schema?.validate(error) ?? []).toEqual([])
})

it('a request nested without end is refused', async () => {
  const bed = await bedWith()
  let deep: JsonObject = {}
  for (let level = 0; level < 100_000; level += 1) deep = { deep }
  expect(await errorOf(bed, 'check_governance', intent(1, {}, deep))).toMatchObject({ code: 'INVALID_REQUEST' })
})

it('a request with packages without end is answered', async () => {
  const packages = Array.from({ length: 200_000 }, () => ({}))
  expect((await check(await bedWith({ countries: ['US'] }), intent([], {}, { packages }))).status).toBe('approved')
})
