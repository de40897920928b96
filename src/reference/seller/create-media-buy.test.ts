import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../model/json.ts'
import {
  accounts,
  agent,
  approve,
  bought,
  buys,
  codeOf,
  conditions,
  deny,
  finding,
  governanceUrl,
  governedBed,
  purchase,
  schemaErrors,
  secondGovernanceUrl,
  sellerBed,
  sellerUrl,
  silence,
  valid,
} from '../seller.fixture.ts'

describe('a purchase', () => {
  it('of an account that nobody governs needs no token', async () => {
    const bed = sellerBed()
    await bed.call('sync_accounts', accounts())
    await valid(bed, 'create_media_buy', purchase())
    expect([bed.checks, (await buys(bed)).length]).toEqual([[], 1])
  })
  it('of a governed account without a token is refused', async () => {
    const bed = await governedBed()
    expect(codeOf(await bed.call('create_media_buy', purchase()))).toBe('PERMISSION_DENIED')
    expect([bed.checks, await buys(bed)]).toEqual([[], []])
  })
  it('is checked with the token as it came and what the seller will run, and then made', async () => {
    const bed = await governedBed()
    const token = bed.token()
    const invoice_recipient = { legal_name: 'Acme', bank: { account_holder: 'Acme' } }
    const packages = [
      {
        product_id: 'outdoor_ctv_spring',
        pricing_option_id: 'cpm_standard',
        budget: 5000,
        targeting_overlay: { geo_countries: ['CA'] },
      },
      { product_id: 'outdoor_display', pricing_option_id: 'cpm_standard', budget: 2000 },
    ]
    const reply = await valid(
      bed,
      'create_media_buy',
      purchase({ governance_context: token, invoice_recipient, packages }),
    )
    const planned = {
      geo: { countries: ['CA', 'US'] },
      channels: ['ctv', 'display'],
      start_time: '2027-04-01T00:00:00Z',
      end_time: '2027-06-30T23:59:59Z',
      total_budget: 7000,
      currency: 'USD',
    }
    expect(bed.checks.map(({ args }) => args)).toEqual([
      {
        plan_id: 'plan_1',
        caller: sellerUrl,
        governance_context: token,
        phase: 'purchase',
        planned_delivery: planned,
        invoice_recipient,
      },
    ])
    expect(reply).toMatchObject({
      status: 'pending_start',
      planned_delivery: planned,
      invoice_recipient: { legal_name: 'Acme' },
    })
    expect(JSON.stringify(reply)).not.toContain('account_holder')
    expect(await buys(bed)).toMatchObject([{ media_buy_id: reply.media_buy_id, total_budget: 7000 }])
  })
  it('that is denied leaves nothing, says so in both places, and may be restructured', async () => {
    const bed = await governedBed()
    bed.answer(deny)
    const refused = await bed.call('create_media_buy', purchase({ governance_context: bed.token() }))
    const error = {
      code: 'GOVERNANCE_DENIED',
      message: 'The governance agent denied this. Said so.',
      details: { findings: [finding] },
      recovery: 'correctable',
    }
    expect(refused).toEqual({ isError: true, payload: { errors: [error], adcp_error: error } })
    expect([await schemaErrors('create_media_buy', refused), await buys(bed)]).toEqual([[], []])
    bed.answer(approve)
    await bought(bed)
  })
  it('waits for nobody: silence is asked twice, and then nothing is made', async () => {
    const bed = await governedBed()
    bed.answer(silence)
    const refused = await bed.call('create_media_buy', purchase({ governance_context: bed.token() }))
    expect(refused.payload.adcp_error).toMatchObject({ code: 'GOVERNANCE_UNAVAILABLE', recovery: 'transient' })
    expect([bed.checks.length, await buys(bed)]).toEqual([2, []])
  })
  it.each<[string, JsonObject, boolean]>([
    ['an error', { adcp_error: { code: 'PLAN_NOT_FOUND', message: '' } }, true],
    ['an approval with an error', { status: 'approved' }, true],
    ['something else', { ok: true }, false],
    ['a word of its own', { status: 'escalated' }, false],
  ])('is not made on %s of governance', async (_what, payload, isError) => {
    const bed = await governedBed()
    bed.answer(() => ({ payload, isError }))
    const refused = await bed.call('create_media_buy', purchase({ governance_context: bed.token() }))
    expect([codeOf(refused), await buys(bed)]).toEqual(['GOVERNANCE_UNAVAILABLE', []])
  })
  it('meets conditions that it can, and asks again', async () => {
    const bed = await governedBed()
    const ask = conditions('planned_delivery.geo.countries', ['CA'])
    bed.answer((args, to) => (bed.checks.length === 1 ? ask(args, to) : approve(args)))
    const reply = await bought(bed)
    expect(reply.planned_delivery).toMatchObject({ geo: { countries: ['CA'] }, total_budget: 7000 })
    expect(bed.checks[1]?.args.planned_delivery).toEqual(reply.planned_delivery)
  })
  it.each([
    ['planned_delivery.geo.countries', ['CA']],
    ['total_budget', 10],
    ['planned_delivery.geo.a.b', 1],
  ])('is not made on conditions about %s that stay', async (field, value) => {
    const bed = await governedBed()
    bed.answer(conditions(field, value))
    const refused = await bed.call('create_media_buy', purchase({ governance_context: bed.token() }))
    expect([codeOf(refused), await buys(bed)]).toEqual(['GOVERNANCE_DENIED', []])
  })
  it('needs the approval of every agent', async () => {
    const bed = await governedBed(undefined, agent(), agent(secondGovernanceUrl))
    bed.answer((args, to) => (to.url === secondGovernanceUrl ? deny(args) : approve(args)))
    expect(codeOf(await bed.call('create_media_buy', purchase({ governance_context: bed.token() })))).toBe(
      'GOVERNANCE_DENIED',
    )
    expect(bed.checks.map((one) => one.agent.url)).toEqual([governanceUrl, secondGovernanceUrl])
  })
})
