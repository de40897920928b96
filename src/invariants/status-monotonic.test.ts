import { describe, expect, it } from 'vitest'
import { pending, refusal, result, v31 } from '../checks/evidence.fixture.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { Observed } from './invariant.ts'
import { seen, world } from './observed.fixture.ts'
import { statusMonotonic } from './status-monotonic.ts'

const judge = (...answered: Observed[]) => statusMonotonic.judge(answered, world)
const at31 = (...answered: Observed[]) => statusMonotonic.judge(answered, { ...world, adcp: v31 })
const buys = (...list: JsonObject[]) => seen('get_media_buys', result({ media_buys: list }))
const buy = (status: Json, id = 'mb') => buys({ media_buy_id: id, status })
const creatives = (status: string) => seen('list_creatives', result({ creatives: [{ creative_id: 'c', status }] }))

describe('a change that the lifecycle does not allow', () => {
  it('is told with both steps and what was allowed', () => {
    const created = seen('create_media_buy', result({ media_buy_id: 'mb', status: 'active' }))
    expect(judge(created, buy('pending_creatives'))).toEqual({
      status: 'failed',
      message:
        'media buy "mb" was active in the step create_media_buy_step and is pending_creatives now; active leads to paused, completed, canceled',
      pointer: '/media_buys/0/status',
      expected: ['active', 'paused', 'completed', 'canceled'],
      actual: 'pending_creatives',
    })
  })

  it.each<[string, Observed, Observed]>([
    ['out of a final status', buy('canceled'), buy('active')],
    ['of an account', ...pair('list_accounts', 'accounts', 'account_id', 'closed', 'active')],
    ['of a session', session('terminated'), session('active')],
    ['of a proposal', proposal('committed'), proposal('draft')],
  ])('%s', (_words, before, after) => {
    expect(judge(before, after)).toMatchObject({ status: 'failed' })
  })

  it('is found in the middle of a list, and against the last sighting', () => {
    expect(
      judge(
        buy('active'),
        buy('completed'),
        buys({ media_buy_id: 'x', status: 'active' }, { media_buy_id: 'mb', status: 'active' }),
      ),
    ).toMatchObject({
      pointer: '/media_buys/1/status',
      expected: ['completed'],
    })
  })

  it('of the approval of a creative for a package is told for that package', () => {
    const approval = (status: string, pack: string) =>
      buys({
        media_buy_id: 'mb',
        packages: [{ package_id: pack, creative_approvals: [{ creative_id: 'c', approval_status: status }] }],
      })
    expect(judge(approval('rejected', 'a'), approval('approved', 'b'))).toBeUndefined()
    expect(judge(approval('approved', 'a'), approval('rejected', 'a'))).toBeUndefined()
  })
})

function pair(task: string, list: string, id: string, before: string, after: string): [Observed, Observed] {
  const one = (status: string) => seen(task, result({ [list]: [{ [id]: 'x', status }] }))
  return [one(before), one(after)]
}

function session(status: string): Observed {
  return seen('si_send_message', result({ session_id: 's', session_status: status, status }))
}

function proposal(proposal_status: string): Observed {
  return seen('get_products', result({ proposals: [{ proposal_id: 'p', proposal_status }] }))
}

describe('leaves in peace', () => {
  it.each<[string, Observed[]]>([
    ['a step forward', [buy('pending_creatives'), buy('active'), buy('paused'), buy('active'), buy('completed')]],
    ['steps that nobody saw', [creatives('processing'), creatives('approved')]],
    ['a review that is repeated', [creatives('approved'), creatives('pending_review')]],
    ['the same status', [buy('canceled'), buy('canceled')]],
    [
      'another thing of the same name',
      [seen('list_accounts', result({ accounts: [{ account_id: 'mb', status: 'closed' }] })), buy('active')],
    ],
    ['another thing', [buy('canceled', 'other'), buy('active')]],
    ['a status that nobody knows', [buy('frozen'), buy('active'), buy('frozen')]],
    ['no status at all', [buy('canceled'), buy(null), buys(), buys({ status: 'active' })]],
    [
      'an error',
      [
        buy('canceled'),
        seen('get_media_buys', refusal({ code: 'X' }, { media_buys: [{ media_buy_id: 'mb', status: 'active' }] })),
      ],
    ],
    ['a task in progress', [buy('canceled'), seen('update_media_buy', pending('submitted', { media_buy_id: 'mb' }))]],
    ['a probe that expects an error', [buy('canceled'), { ...buy('active'), expects: 'error' }]],
    [
      'a task that says nothing of it',
      [buy('canceled'), seen('check_governance', result({ media_buy_id: 'mb', status: 'active' }))],
    ],
    ['a list that is none', [buy('canceled'), seen('get_media_buys', result({ media_buys: 'active' }))]],
    [
      'the status of the task, where it looks like that of the media buy',
      [seen('create_media_buy', result({ media_buy_id: 'mb', status: 'completed' })), buy('active')],
    ],
    ['nothing', []],
  ])('%s', (_words, answered) => {
    expect(judge(...answered)).toBeUndefined()
  })

  it('prefers the word that 3.1 has for the status of a media buy', () => {
    const created = (media_buy_status: string) =>
      seen('create_media_buy', result({ media_buy_id: 'mb', status: 'completed', media_buy_status }))
    expect(at31(created('pending_start'), buy('active'))).toBeUndefined()
    expect(at31(created('completed'), buy('active'))).toMatchObject({ status: 'failed' })
  })

  it('knows what 3.1 added', () => {
    const audiences = (status: string) => seen('sync_audiences', result({ audiences: [{ audience_id: 'a', status }] }))
    expect(at31(audiences('ready'), audiences('suspended'), audiences('ready'))).toBeUndefined()
    expect(at31(creatives('approved'), creatives('suspended'))).toBeUndefined()
    expect(at31(creatives('suspended'), creatives('processing'))).toBeUndefined()
    const items = (status: string) =>
      seen('list_catalogs', result({ catalogs: [{ items: [{ item_id: 'i', status }] }] }))
    expect(at31(items('withdrawn'), items('approved'))).toBeUndefined()
  })
})
