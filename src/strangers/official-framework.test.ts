import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { openSchemaSet } from '../load/schemas.ts'
import type { JsonObject } from '../model/json.ts'
import { createGovernanceAgent } from '../reference/governance-agent/agent.ts'
import { failuresOf, runSuite } from '../suite.fixture.ts'
import { generateGovernanceKeys } from '../token/keys.ts'

/**
 * An agent whose wire is not ours: argument validation, idempotency, error envelope, context echo and capabilities are those of the
 * official server framework. Only the decisions come from the reference agent. A point lost here would be a false alarm.
 */
const load = createRequire(import.meta.url)
const framework = load('@adcp/sdk/server') as {
  serve(factory: (given: { taskStore: unknown }) => unknown, options: object): Server
  createIdempotencyStore(options: object): unknown
  memoryBackend(): unknown
}
const { createAdcpServer } = load('@adcp/sdk/server/legacy/v5') as { createAdcpServer(options: object): unknown }

let server: Server | undefined
afterEach(() => server?.close())

it('an agent on the official server framework loses no point to its wire', async () => {
  server = await frameworkAgent()
  const { port } = server.address() as AddressInfo
  const report = await runSuite(`http://127.0.0.1:${port}/mcp`)
  expect(failuresOf(report)).toEqual([])
  // The framework serves tasks and nothing beside them: what needs the agent's published keys is blocked, and says so; and so is what
  // would use a token that was verified with them.
  const steps = report.storyboards.flatMap(({ phases }) => phases.flatMap((phase) => phase.steps))
  const reasons = steps.flatMap(({ verdict }) => (verdict.status === 'blocked' ? [verdict.reason] : []))
  expect(new Set(reasons)).toEqual(new Set(['missing_keys', 'unresolved_substitution']))
  expect(report.counts.requirements).toMatchObject({ violated: 0, not_applicable: 0 })
  expect(report.counts.requirements.satisfied).toBeGreaterThan(90)
})

async function frameworkAgent(): Promise<Server> {
  const decide = await decisions()
  const idempotency = framework.createIdempotencyStore({ backend: framework.memoryBackend(), ttlSeconds: 86_400 })
  const listening = framework.serve(
    ({ taskStore }) =>
      createAdcpServer({
        name: 'Agent on the official framework',
        version: '1.0.0',
        taskStore,
        idempotency,
        resolveIdempotencyPrincipal: () => 'buyer',
        governance: {
          syncPlans: decide('sync_plans'),
          checkGovernance: decide('check_governance'),
          reportPlanOutcome: decide('report_plan_outcome'),
          getPlanAuditLogs: decide('get_plan_audit_logs'),
        },
        capabilities: {
          specialisms: ['governance-spend-authority'],
          overrides: { experimental_features: ['governance.campaign'] },
        },
      }),
    { port: 0, onListening: () => {} },
  )
  if (!listening.listening) await new Promise((done) => listening.once('listening', done))
  return listening
}

async function decisions() {
  let made = 0
  const agent = createGovernanceAgent({
    clock: { now: Date.now },
    ids: { next: (prefix) => `${prefix}_${++made}` },
    keys: await generateGovernanceKeys('stranger-1'),
    issuer: 'https://governance.stranger.example/mcp',
    schemas: openSchemaSet('3.0.6'),
  })
  return (task: string) => async (args: JsonObject) => {
    const { payload, isError } = await agent.handle(task, args, 'buyer')
    if (!isError) return payload
    return { content: [{ type: 'text', text: JSON.stringify(payload) }], structuredContent: payload, isError }
  }
}
