import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { has3_1, type Installed, install3_1 } from '../../adcp-3.1.fixture.ts'
import { openSchemaSet } from '../../load/schemas.ts'
import { adcpVersions } from '../../model/adcp-version.ts'
import type { JsonObject } from '../../model/json.ts'
import type { TaskResult } from '../governance-agent/agent.ts'
import {
  accounts,
  agent,
  change,
  codeOf,
  control,
  governance,
  purchase,
  rights,
  type ScriptedCheck,
  type SellerBed,
  type SellerEdition,
  secondGovernanceUrl,
  sellerBed,
} from '../seller.fixture.ts'

describe.skipIf(!has3_1('the reference seller'))('the reference seller at AdCP 3.1', () => {
  let installed: Installed
  let edition: SellerEdition
  beforeAll(async () => {
    installed = await install3_1()
    edition = { adcp: adcpVersions['3.1'], schemas: openSchemaSet('3.1.19', installed.bundles) }
  }, 60_000)
  afterAll(() => installed.remove())

  async function errorsIn(ref: string | undefined, value: JsonObject): Promise<readonly string[]> {
    const schema = await edition.schemas.load(ref ?? '')
    return (schema?.validate(value) ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }
  async function asked(bed: SellerBed, task: string, args: JsonObject): Promise<TaskResult> {
    const result = await bed.call(task, args)
    expect({ task, errors: await errorsIn(edition.schemas.task(task)?.response, result.payload) }).toEqual({
      task,
      errors: [],
    })
    return result
  }
  async function governed(): Promise<SellerBed> {
    const bed = sellerBed(undefined, edition)
    bed.answer(approve)
    await asked(bed, 'sync_accounts', accounts())
    await asked(bed, 'sync_governance', governance())
    return bed
  }

  it('says what it is, and lists what it has, by the official schemas', async () => {
    const bed = await governed()
    expect((await asked(bed, 'get_adcp_capabilities', {})).payload).toMatchObject({
      status: 'completed',
      adcp_version: '3.1',
      adcp: { major_versions: [3], supported_versions: ['3.1'] },
      media_buy: { governance_aware: true },
    })
    await asked(bed, 'get_products', { buying_mode: 'brief', brief: 'TV' })
    expect((await asked(bed, 'list_accounts', {})).payload).toMatchObject({
      accounts: [{ governance_agents: [{ url: agent().url }] }],
    })
  })

  it('sells, changes, delivers and grants rights by the official schemas, and asks by them', async () => {
    const bed = await governed()
    const token = () => ({ governance_context: bed.token() })
    const invoice_recipient = { legal_name: 'Acme' }
    const { payload: buy } = await asked(bed, 'create_media_buy', purchase({ ...token(), invoice_recipient }))
    expect(buy).toMatchObject({ status: 'completed', media_buy_status: 'pending_start' })
    const { payload: changed } = await asked(bed, 'update_media_buy', change(buy, { end_time: '2027-05-30T00:00:00Z' }))
    expect(changed).toMatchObject({ status: 'completed', media_buy_status: 'pending_start', revision: 2 })
    const params = { media_buy_id: buy.media_buy_id ?? '', impressions: 1 }
    await asked(bed, 'comply_test_controller', control('simulate_delivery', params))
    await asked(bed, 'comply_test_controller', control('fly', {}))
    await asked(bed, 'get_media_buys', {})
    await asked(bed, 'get_media_buy_delivery', {})
    const { payload: granted } = await asked(bed, 'acquire_rights', rights(token()))
    expect(granted).toMatchObject({ status: 'completed', rights_status: 'acquired' })
    const questions = await Promise.all(
      bed.checks.map(({ args }) => errorsIn('governance/check-governance-request.json', args)),
    )
    expect(questions).toEqual([[], [], [], []])
  })

  it('answers denials and retries by the official schemas', async () => {
    const bed = await governed()
    const request = purchase({ governance_context: bed.token() })
    const first = await asked(bed, 'create_media_buy', request)
    expect((await asked(bed, 'create_media_buy', request)).payload).toEqual({ ...first.payload, replayed: true })
    bed.answer(deny)
    const denied = await asked(bed, 'create_media_buy', purchase({ governance_context: bed.token() }))
    expect([denied.isError, denied.payload.status, codeOf(denied)]).toEqual([true, 'failed', 'GOVERNANCE_DENIED'])
    const rejected = await asked(bed, 'acquire_rights', rights({ governance_context: bed.token() }))
    expect(rejected).toMatchObject({ isError: false, payload: { status: 'completed', rights_status: 'rejected' } })
  })

  it.each([
    ['sync_governance', () => governance(agent(), agent(secondGovernanceUrl)), 'INVALID_REQUEST'],
    ['create_media_buy', () => purchase(), 'PERMISSION_DENIED'],
    ['create_media_buy', () => purchase({ adcp_version: '4.0' }), 'VERSION_UNSUPPORTED'],
    ['get_products', () => ({ adcp_major_version: 2, buying_mode: 'brief', brief: 'TV' }), 'VERSION_UNSUPPORTED'],
    ['update_media_buy', () => change({ media_buy_id: 'x' }, {}), 'MEDIA_BUY_NOT_FOUND'],
  ])('refuses a %s that cannot be done, by the official schema', async (task, args, code) => {
    const refused = await asked(await governed(), task, args())
    expect([codeOf(refused), refused.isError]).toEqual([code, true])
  })
})

const approve: ScriptedCheck = (args) => decided(args, { verdict: 'approved', expires_at: '2027-03-02T00:00:00Z' })
const deny: ScriptedCheck = (args) =>
  decided(args, {
    verdict: 'denied',
    findings: [{ category_id: 'budget', severity: 'critical', explanation: 'Over the plan.' }],
  })

function decided(args: JsonObject, decision: JsonObject) {
  const payload = { status: 'completed', check_id: 'check_1', plan_id: args.plan_id ?? '', explanation: 'So.' }
  return { payload: { ...payload, ...decision }, isError: false }
}
