import { afterEach, describe, expect, it } from 'vitest'
import { testIo } from '../cli/io.fixture.ts'
import { serveReference } from '../cli/reference-agent.ts'
import type { RunReport } from '../model/run-report.ts'
import type { RunOptions } from '../run.ts'
import { runSuite } from '../suite.fixture.ts'
import { sdkAgent } from '../transport/sdk-agent.fixture.ts'
import { result } from './stand-in.fixture.ts'

/** An official storyboard that speaks to a seller and to the governance agent of the buyer. */
const board = 'official/media_buy_seller/governance_denied'
const open: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

async function governance() {
  const agent = await serveReference({ port: 0 }, testIo())
  open.push(agent)
  return { url: agent.url, credentials: {} }
}

/** Takes every call of a buyer, and claims what it is told to. */
async function seller(...supported_protocols: string[]) {
  const capabilities = {
    adcp: { major_versions: [3], idempotency: { supported: true, replay_ttl_seconds: 86_400 } },
    supported_protocols,
  }
  const empty = () => result({})
  const agent = await sdkAgent(
    {
      get_adcp_capabilities: () => result(capabilities),
      comply_test_controller: () => result({ success: true }),
      sync_accounts: () => result({ accounts: [] }),
      sync_governance: empty,
      get_products: empty,
      create_media_buy: empty,
    },
    true,
  )
  open.push(agent)
  return { url: agent.url, credentials: {} }
}

async function runWith(agents: NonNullable<RunOptions['agents']>, more: Partial<RunOptions> = {}) {
  const scope = { kind: 'storyboards', names: [board] } as const
  return runSuite(Object.values(agents)[0]?.url ?? '', { agents, defaultAgent: 'sales', scope, ...more })
}

function stepsOf({ storyboards }: RunReport) {
  return storyboards.flatMap(({ phases }) => phases.flatMap(({ steps }) => steps))
}

/** Which agent each task went to. */
function reached(report: RunReport, agents: Readonly<Record<string, { url: string }>>) {
  const keys = new Map(Object.entries(agents).map(([key, { url }]) => [url, key]))
  return Object.fromEntries(
    stepsOf(report).flatMap(({ task, exchange }) => (exchange ? [[task, keys.get(exchange.request.url)]] : [])),
  )
}

describe('a seller and a governance agent', () => {
  it('each gets its own steps, whatever tools the other one lacks, and the seller is told of the governance agent', async () => {
    const agents = { sales: await seller('media_buy'), governance: await governance() }
    const report = await runWith(agents)
    expect(reached(report, agents)).toMatchObject({ sync_plans: 'governance', sync_governance: 'sales' })
    const told = stepsOf(report).find(({ task }) => task === 'sync_governance')?.exchange?.request.payload
    expect(JSON.stringify(told)).toContain(JSON.stringify(agents.governance.url))
    const blocked = stepsOf(report).filter(
      ({ verdict }) => verdict.status === 'blocked' && verdict.reason === 'missing_tool',
    )
    expect(blocked).toEqual([])
  })

  it('what the operator gives goes before, and stands in the settings', async () => {
    const agents = { sales: await seller('media_buy'), governance: await governance() }
    const context = { governance_agent_url: 'https://governance.acme.example/mcp' }
    const report = await runWith(agents, { context })
    const told = stepsOf(report).find(({ task }) => task === 'sync_governance')?.exchange?.request.payload
    expect(JSON.stringify(told)).toContain(context.governance_agent_url)
    expect(report.settings.context).toEqual(context)
  })
})

it('a step that two agents claim fails as unrouted_step, and goes to neither', async () => {
  const agents = { sales: await seller('media_buy', 'governance'), governance: await governance() }
  const report = await runWith(agents)
  const step = stepsOf(report).find(({ task }) => task === 'sync_plans')
  expect(step?.exchange).toBeUndefined()
  expect(step?.verdict).toEqual({ status: 'failed' })
  expect(step?.validations[0]).toMatchObject({
    check: 'unrouted_step',
    outcome: { message: expect.stringContaining('sales and governance both claim governance') },
  })
  expect(report.verdict.status).toBe('nonconformant')
})
