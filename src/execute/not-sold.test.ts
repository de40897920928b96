import { expect, it } from 'vitest'
import { refusal, result } from '../checks/evidence.fixture.ts'
import type { Reply } from '../model/exchange.ts'
import type { Step, Storyboard } from '../model/storyboard.ts'
import { plannedPhases, play } from './scripted-transport.fixture.ts'

const buy = (more: Partial<Step> = {}): Step => ({ id: 'buy', task: 'create_media_buy', ...more })
const governed: Partial<Storyboard> = { agent: { interaction_model: 'governed_seller' } }
const tooLow = refusal({ code: 'BUDGET_TOO_LOW', message: 'At least 250000.' })

async function verdicts(steps: readonly Step[], replies: readonly Reply[], more = governed) {
  const tools = ['create_media_buy', 'update_media_buy']
  return (await play(plannedPhases([{ id: 'p1', steps }], { more, tools }), replies)).verdicts
}

it('a seller that has reasons of its own is not blamed, and says them', async () => {
  expect(await verdicts([buy()], [tooLow])).toEqual([
    {
      status: 'blocked',
      reason: 'requirement_unmet',
      detail:
        'the seller does not sell on the terms of the test kit (BUDGET_TOO_LOW: At least 250000.); change governance.amounts there, or name under governance.seller what to buy, and on which account',
    },
  ])
})

it('no more than 200 characters of its words are repeated', async () => {
  const [verdict] = await verdicts([buy()], [refusal({ code: 'IO_REQUIRED', message: 'x'.repeat(5_000) })])
  expect(JSON.stringify(verdict)).toContain(`(IO_REQUIRED: ${'x'.repeat(200)})`)
})

it.each(['GOVERNANCE_DENIED', 'PERMISSION_DENIED', 'INVALID_REQUEST', 'constructor', ''])(
  '%j is no reason of its own',
  async (code) => {
    expect(await verdicts([buy()], [refusal({ code })])).toMatchObject([{ status: 'failed' }])
  },
)

it.each<[string, Step, Partial<Storyboard>, string]>([
  ['a change', buy({ task: 'update_media_buy' }), governed, 'failed'],
  ['a storyboard of another kind', buy(), {}, 'failed'],
  ['a purchase that has to be refused', buy({ expect_error: true }), governed, 'passed'],
])('it is graded as it came in %s', async (_what, step, more, status) => {
  expect(await verdicts([step], [tooLow], more)).toMatchObject([{ status }])
})

it('who has sold on these terms before has no excuse', async () => {
  const sold = result({ media_buy_id: 'mb' })
  expect(await verdicts([buy(), buy({ id: 'again' })], [sold, tooLow])).toMatchObject([
    { status: 'passed' },
    { status: 'failed' },
  ])
})
