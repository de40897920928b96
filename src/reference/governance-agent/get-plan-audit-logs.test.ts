import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../model/json.ts'
import { planHash } from '../../token/plan-hash.ts'
import {
  audit,
  bedWith,
  buyer,
  check,
  errorOf,
  execution,
  first,
  intent,
  outcome,
  plan,
  seller,
  type TestBed,
  valid,
} from '../agent.fixture.ts'

async function story(): Promise<{ bed: TestBed; approved: JsonObject; executed: JsonObject }> {
  const bed = await bedWith()
  await check(bed, intent(75001))
  const approved = await check(bed, intent(70000))
  const executed = await check(bed, execution(approved.governance_context as string, { channels: ['ctv'] }))
  const seller_response = { seller_reference: 'mb_1', committed_budget: 70000 }
  await bed.call('report_plan_outcome', outcome(approved, undefined, { seller_response }))
  return { bed, approved, executed }
}

async function plans(bed: TestBed, args: JsonObject, principal?: string): Promise<readonly JsonObject[]> {
  return (await valid(bed, 'get_plan_audit_logs', args, principal)).plans as readonly JsonObject[]
}

describe('the log of a plan', () => {
  it('adds up', async () => {
    const { bed, approved } = await story()
    const [log] = await plans(bed, { plan_ids: ['plan_1'] })
    expect(log).toMatchObject({
      plan_id: 'plan_1',
      plan_version: 1,
      status: 'active',
      budget: { authorized: 75000, committed: 70000, remaining: 5000 },
      summary: {
        checks_performed: 3,
        outcomes_reported: 1,
        statuses: { approved: 2, denied: 1, conditions: 0, human_reviewed: 0 },
        findings_count: 1,
        escalations: [],
        drift_metrics: { escalation_rate: 0, auto_approval_rate: 2 / 3 },
      },
      governed_actions: [
        {
          governance_context: approved.governance_context,
          purchase_type: 'media_buy',
          status: 'active',
          committed: 70000,
          check_count: 2,
          seller_reference: 'mb_1',
        },
      ],
    })
  })
  it('shows entries only when asked', async () => {
    const { bed } = await story()
    for (const args of [{}, { include_entries: false }])
      expect((await plans(bed, { plan_ids: ['plan_1'], ...args }))[0]).not.toHaveProperty('entries')
  })
  it('leaves out nothing that was asked, denied or reported, in order', async () => {
    const { bed, approved, executed } = await story()
    const [log] = await plans(bed, audit())
    const plan_hash = planHash(plan())
    expect(log?.entries).toMatchObject([
      {
        type: 'check',
        status: 'denied',
        tool: 'create_media_buy',
        check_type: 'intent',
        caller: buyer,
        plan_hash,
        findings: [{ severity: 'critical' }],
      },
      { id: approved.check_id, status: 'approved', governance_context: approved.governance_context, plan_hash },
      { id: executed.check_id, status: 'approved', check_type: 'execution', caller: seller, plan_hash },
      { type: 'outcome', outcome: 'completed', committed_budget: 70000, outcome_status: 'accepted' },
    ])
    expect(first({ entries: log?.entries ?? [] }, 'entries').explanation).toContain('75001 USD')
  })
  it('can be narrowed to a type of purchase', async () => {
    const { bed } = await story()
    await check(bed, intent(1, { purchase_type: 'rights_license' }))
    const [log] = await plans(bed, audit({ purchase_types: ['rights_license'] }))
    expect(log?.entries).toMatchObject([{ purchase_type: 'rights_license' }])
  })
  it('can be asked for by a token, and then holds that purchase alone', async () => {
    const { bed, executed } = await story()
    await check(bed, intent(1))
    const [log, ...others] = await plans(bed, {
      governance_contexts: [executed.governance_context ?? ''],
      include_entries: true,
    })
    expect(others).toEqual([])
    expect(log?.entries).toHaveLength(3)
  })
  it('of a portfolio comes with its members', async () => {
    const portfolio = plan({ plan_id: 'global', portfolio: { member_plan_ids: ['plan_1', 'later'] } })
    const bed = await bedWith({}, portfolio)
    const logs = await plans(bed, { portfolio_plan_ids: ['global'], plan_ids: ['plan_1'] })
    expect(logs.map(({ plan_id }) => plan_id)).toEqual(['plan_1', 'global'])
  })
  it('is completed when the flight is over', async () => {
    const { bed } = await story()
    bed.wait(365 * 86_400_000)
    expect((await plans(bed, audit()))[0]?.status).toBe('completed')
  })
})

describe('a log that is not given', () => {
  it('names what is missing', async () => {
    const bed = await bedWith()
    expect(await errorOf(bed, 'get_plan_audit_logs', {})).toMatchObject({ code: 'INVALID_REQUEST', field: 'plan_ids' })
  })
  it.each([{ governance_contexts: ['made up'] }, { portfolio_plan_ids: ['no'] }, { plan_ids: ['plan_1', 'no'] }])(
    '%j',
    async (args) => {
      const { bed } = await story()
      expect(await errorOf(bed, 'get_plan_audit_logs', args)).toMatchObject({ code: 'PLAN_NOT_FOUND' })
    },
  )
  it('is that of another, even with a token of it', async () => {
    const { bed, approved } = await story()
    const args = { governance_contexts: [approved.governance_context ?? ''] }
    expect(await errorOf(bed, 'get_plan_audit_logs', args, seller)).toMatchObject({ code: 'PLAN_NOT_FOUND' })
  })
})
