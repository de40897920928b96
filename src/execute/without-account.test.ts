import { expect, it } from 'vitest'
import { result } from '../checks/evidence.fixture.ts'
import type { AgentProfile } from '../model/agent-profile.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { plannedPhases, play } from './scripted-transport.fixture.ts'

const byBrand = { brand: { domain: 'acme.test' }, operator: 'agency.test' }

async function verdictFor(account: Json, tools: readonly string[] | undefined, sample: JsonObject) {
  const kit = { id: 'kit', governance: { seller: { account, ungoverned_account: byBrand } } }
  const steps = [{ id: 'buy', task: 'create_media_buy', sample_request: sample }]
  const board = plannedPhases([{ id: 'p1', steps }], { kit, tools: ['create_media_buy'] })
  const agent = tools && ({ tools } as unknown as AgentProfile)
  return (await play(board, [result({})], agent && { agent })).verdicts
}

it.each(['account', 'ungoverned_account'])(
  'a seller that gives accounts itself is not asked for the %s that nobody gave',
  async (key) => {
    const sample = { account: `$test_kit.governance.seller.${key}` }
    expect(await verdictFor(byBrand, ['create_media_buy'], sample)).toEqual([
      {
        status: 'blocked',
        reason: 'requirement_unmet',
        detail: `the seller offers no sync_accounts, so it gives accounts itself: write { account_id: … } under governance.seller.${key} in the test kit`,
      },
    ])
  },
)

const account = { account: '$test_kit.governance.seller.account' }
it.each<[string, Json, readonly string[] | undefined, JsonObject]>([
  ['that takes declarations', byBrand, ['create_media_buy', 'sync_accounts'], account],
  ['whose account the kit names', { account_id: 'a-1' }, ['create_media_buy'], account],
  ['that nobody has asked what it offers', byBrand, undefined, account],
  ['in a step that names no account', byBrand, ['create_media_buy'], {}],
])('the step goes to a seller %s', async (_which, given, tools, sample) => {
  expect(await verdictFor(given, tools, sample)).toEqual([{ status: 'passed' }])
})
