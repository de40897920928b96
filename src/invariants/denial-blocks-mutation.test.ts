import { describe, expect, it } from 'vitest'
import { pending, refusal, result, v31 } from '../checks/evidence.fixture.ts'
import type { JsonObject } from '../model/json.ts'
import { denialBlocksMutation } from './denial-blocks-mutation.ts'
import type { Observed } from './invariant.ts'
import { seen, world } from './observed.fixture.ts'

const check = (status: string, plan = 'p1', field = 'status') =>
  seen('check_governance', result({ [field]: status, plan_id: plan }), { sent: { plan_id: plan } })
const create = (
  payload: JsonObject = { media_buy_id: 'mb', status: 'active' },
  plan: string | undefined = 'p1',
  more: Partial<Observed> = {},
) => seen('create_media_buy', result(payload), { sent: plan === undefined ? {} : { plan_id: plan }, ...more })
const judge = (...answered: Observed[]) => denialBlocksMutation.judge(answered, world)
const blamed = {
  status: 'failed',
  message: 'create_media_buy gave media_buy_id "mb" for the plan "p1", which the step check_governance_step saw denied',
  pointer: '/media_buy_id',
  expected: null,
  actual: 'mb',
}

describe('what is acquired after a denial', () => {
  it('is found', () => {
    expect(judge(check('denied'), create())).toEqual(blamed)
    expect(judge(check('denied'), check('denied', 'p2'), create())).toEqual(blamed)
    expect(judge(check('approved'), check('denied'), create())).toEqual(blamed)
  })

  it('is found by the field of the AdCP line', () => {
    const at31 = (...answered: Observed[]) => denialBlocksMutation.judge(answered, { ...world, adcp: v31 })
    expect(at31(check('denied', 'p1', 'verdict'), create())).toEqual(blamed)
    expect(at31(check('denied', 'p1', 'status'), create())).toBeUndefined()
    expect(judge(check('denied', 'p1', 'verdict'), create())).toBeUndefined()
  })

  it('is found after an error that denies, where the author did not expect one', () => {
    const denied = (code: string, expects: Observed['expects'] = 'success') =>
      seen('create_media_buy', refusal({ code }), { sent: {}, expects })
    expect(judge(denied('GOVERNANCE_DENIED'), create())).toMatchObject({ status: 'failed', actual: 'mb' })
    expect(judge(denied('CAMPAIGN_SUSPENDED'), create(undefined, undefined))).toMatchObject({ status: 'failed' })
    expect(judge(denied('GOVERNANCE_DENIED', 'error'), create())).toBeUndefined()
    expect(judge(denied('PRODUCT_NOT_FOUND'), create())).toBeUndefined()
  })

  it.each([
    ['activate_signal', 'activation_id'],
    ['acquire_rights', 'acquisition_id'],
    ['create_property_list', 'property_list_id'],
  ])('is found for %s', (task, field) => {
    const acquired = seen(task, result({ [field]: 'x' }), { sent: { plan_id: 'p1' } })
    expect(judge(check('denied'), acquired)).toMatchObject({ pointer: `/${field}`, actual: 'x' })
  })
})

describe('leaves in peace', () => {
  it.each<[string, Observed[]]>([
    ['another plan', [check('denied', 'p2'), create()]],
    ['a plan that was approved after it was denied', [check('denied'), check('approved'), create()]],
    ['a plan with conditions', [check('conditions'), create()]],
    ['a purchase that came to nothing', [check('denied'), create({ media_buy_id: 'mb', status: 'rejected' })]],
    [
      'a purchase that is not decided',
      [check('denied'), seen('create_media_buy', pending('submitted', { media_buy_id: 'mb' }))],
    ],
    ['a refusal', [check('denied'), seen('create_media_buy', refusal(), { sent: { plan_id: 'p1' } })]],
    ['a read', [check('denied'), seen('get_media_buys', result({ media_buy_id: 'mb' }), { sent: { plan_id: 'p1' } })]],
    [
      'an update that cancels',
      [
        check('denied'),
        seen('update_media_buy', result({ media_buy_id: 'mb' }), { sent: { plan_id: 'p1', canceled: true } }),
      ],
    ],
    ['a reply without an id', [check('denied'), create({ status: 'active' })]],
    ['what came before', [create(), check('denied')]],
    ['nothing', []],
  ])('%s', (_words, answered) => {
    expect(judge(...answered)).toBeUndefined()
  })
})
