import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../model/json.ts'
import {
  account,
  bought,
  change,
  codeOf,
  control,
  deny,
  freshKey,
  governedBed,
  purchase,
  rights,
  schemaErrors,
  schemas,
  silence,
  valid,
} from '../seller.fixture.ts'

describe('what it says of itself', () => {
  it('is valid by the official schemas', async () => {
    const bed = await governedBed()
    await valid(bed, 'get_adcp_capabilities', {})
    await valid(bed, 'get_products', { buying_mode: 'brief', brief: 'TV' })
    await valid(bed, 'list_accounts', {})
    await valid(bed, 'get_media_buy_delivery', {})
  })
  it('echoes the context of the caller, on errors too', async () => {
    const bed = await governedBed()
    const context = { trace: 1 }
    const refused = await bed.call('create_media_buy', purchase({ context }))
    expect([(await bed.call('get_adcp_capabilities', { context })).payload.context, refused.payload.context]).toEqual([
      context,
      context,
    ])
  })
  it.each([
    ['unknown_task', {}, 'INVALID_REQUEST'],
    ['create_media_buy', {}, 'INVALID_REQUEST'],
    ['create_media_buy', purchase({ adcp_major_version: 2 }), 'VERSION_UNSUPPORTED'],
    ['create_media_buy', purchase({ packages: [] }), 'INVALID_REQUEST'],
    ['create_media_buy', purchase({ account: { account_id: 'x' } }), 'ACCOUNT_NOT_FOUND'],
    ['update_media_buy', { idempotency_key: freshKey(), account, media_buy_id: 'x' }, 'MEDIA_BUY_NOT_FOUND'],
    ['acquire_rights', rights({ rights_id: 'x' }), 'REFERENCE_NOT_FOUND'],
  ])('%s with %j is refused', async (task, args, code) => {
    const bed = await governedBed()
    const refused = await bed.call(task, args)
    expect([codeOf(refused), refused.isError]).toEqual([code, true])
    expect(await schemaErrors(task, refused)).toEqual([])
  })
})

it('asks governance in words that the official schema accepts', async () => {
  const bed = await governedBed()
  const buy = await bought(bed, { invoice_recipient: { legal_name: 'Acme' } })
  await valid(bed, 'update_media_buy', change(buy, { end_time: '2027-05-30T00:00:00Z' }))
  await bed.call(
    'comply_test_controller',
    control('simulate_delivery', { media_buy_id: buy.media_buy_id ?? '', impressions: 1 }),
  )
  await valid(bed, 'acquire_rights', rights({ governance_context: bed.token() }))
  const schema = await schemas.load('governance/check-governance-request.json')
  expect(bed.checks.map(({ args }) => args.phase)).toEqual(['purchase', 'modification', 'delivery', 'purchase'])
  expect(bed.checks.map(({ args }) => schema?.validate(args))).toEqual([[], [], [], []])
})

describe('rights', () => {
  it('are acquired with a token, and a denial is an answer of its own', async () => {
    const bed = await governedBed()
    expect(await valid(bed, 'acquire_rights', rights({ governance_context: bed.token() }))).toMatchObject({
      status: 'acquired',
    })
    bed.answer(deny)
    const refused = await bed.call('acquire_rights', rights({ governance_context: bed.token() }))
    expect(refused).toMatchObject({ isError: false, payload: { status: 'rejected' } })
    expect([await schemaErrors('acquire_rights', refused), codeOf(refused)]).toEqual([[], undefined])
    expect(codeOf(await bed.call('acquire_rights', rights()))).toBe('PERMISSION_DENIED')
    bed.answer(silence)
    expect(codeOf(await bed.call('acquire_rights', rights({ governance_context: bed.token() })))).toBe(
      'GOVERNANCE_UNAVAILABLE',
    )
  })
})

describe('the test controller', () => {
  it('seeds what is on sale, and moves media buys', async () => {
    const bed = await governedBed()
    const run = async (scenario: string, params: JsonObject = {}, principal = 'buyer') =>
      (await bed.call('comply_test_controller', control(scenario, params), principal)).payload
    expect(await run('list_scenarios')).toMatchObject({ success: true })
    await run('seed_product', { product_id: 'new', fixture: { name: 'New', channels: ['olv'] } })
    await run('seed_pricing_option', {
      product_id: 'new',
      pricing_option_id: 'eur',
      fixture: { currency: 'EUR', fixed_price: 3 },
    })
    const packages = [{ product_id: 'new', pricing_option_id: 'eur', budget: 10 }]
    const buy = await bought(bed, { packages })
    expect(buy.planned_delivery).toMatchObject({ channels: ['olv'], currency: 'EUR' })
    const id = { media_buy_id: buy.media_buy_id ?? '' }
    expect(await run('force_media_buy_status', { ...id, status: 'active' })).toEqual({
      success: true,
      previous_state: 'pending_start',
      current_state: 'active',
    })
    expect([
      await run('fly'),
      await run('seed_pricing_option', { product_id: 'x', pricing_option_id: 'y' }),
      await run('force_media_buy_status', { ...id, status: 'gone' }),
      await run('force_media_buy_status', { ...id, status: 'active' }, 'stranger'),
      await run('simulate_delivery'),
    ]).toMatchObject([
      { success: false, error: 'UNKNOWN_SCENARIO' },
      { error: 'NOT_FOUND' },
      { error: 'INVALID_PARAMS' },
      { error: 'NOT_FOUND' },
      { error: 'INVALID_PARAMS' },
    ])
    await run('force_media_buy_status', { ...id, status: 'completed' })
    expect(await run('force_media_buy_status', { ...id, status: 'active' })).toMatchObject({
      error: 'INVALID_TRANSITION',
    })
  })
})
