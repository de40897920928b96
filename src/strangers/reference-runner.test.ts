import { afterEach, describe, expect, it } from 'vitest'
import { said } from '../cli/io.fixture.ts'
import { officialFolder } from '../load/official.ts'
import type { JsonObject } from '../model/json.ts'
import type { RunReport, StepReport } from '../model/run-report.ts'
import { runSuite } from '../suite.fixture.ts'
import { json, agent as loopbackAgent, result as rpcResult } from '../transport/loopback.fixture.ts'
import { type SdkTools, sdkAgent } from '../transport/sdk-agent.fixture.ts'
import { result } from './stand-in.fixture.ts'

/**
 * Verdicts that another runner is known to get wrong, each by what it would have to say. Those of single kinds of checks stand beside
 * the checks (src/checks/reference-runner-*.test.ts).
 */
const open: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

const capabilities = {
  adcp: { major_versions: [3], idempotency: { supported: true, replay_ttl_seconds: 86_400 } },
  supported_protocols: ['governance'],
  specialisms: ['governance-spend-authority'],
  experimental_features: ['governance.campaign'],
  compliance_testing: { scenarios: ['force_creative_status'] },
}

/** Claims campaign governance and answers every call with an empty object. */
async function emptyAgent(more: SdkTools = {}) {
  const empty = () => result({})
  const tools = {
    get_adcp_capabilities: ({ context }: JsonObject) => result({ ...capabilities, ...(context && { context }) }),
    sync_plans: empty,
    check_governance: empty,
    report_plan_outcome: empty,
    get_plan_audit_logs: empty,
    comply_test_controller: () => result({ success: true }),
    ...more,
  }
  const agent = await sdkAgent(tools, true)
  open.push(agent)
  return agent
}

const denied = 'official/governance_spend_authority/denied'
const named = (...names: readonly string[]) => ({ scope: { kind: 'storyboards' as const, names } })

function stepsOf({ storyboards }: RunReport): readonly StepReport[] {
  return storyboards.flatMap(({ phases }) => phases.flatMap(({ steps }) => steps))
}

describe('an agent that breaks the rules does not pass', () => {
  it('a failed step fails the command, for an id and for the file of the same storyboard', async () => {
    const { url } = await emptyAgent()
    const file = `${officialFolder('3.0.6')}/specialisms/governance-spend-authority/denied.yaml`
    const [byId, byFile] = [
      await said(`${url} --storyboard ${denied} -q`),
      await said(`${url} --storyboard ${file} -q`),
    ]
    expect([byId.code, byFile.code]).toEqual([1, 1])
  })

  it('what was skipped is no success: without tools nothing is proven', async () => {
    const agent = await sdkAgent({}, true)
    open.push(agent)
    const { code, stdout } = await said(`${agent.url} --storyboard ${denied} --json -`)
    const { verdict, counts } = JSON.parse(stdout)
    expect([code, verdict.status, counts.steps.passed]).toEqual([3, 'incomplete', 0])
  })

  it('a value that was never captured is no success of the step that needs it', async () => {
    const { url } = await emptyAgent()
    const steps = stepsOf(await runSuite(url, named(denied)))
    const needing = steps.find(({ id }) => id === 'check_governance_denied')
    expect(needing?.verdict).toMatchObject({ status: 'blocked' })
  })

  it('the time for the run was over: incomplete, with what was not run', async () => {
    const never = () => new Promise(() => {})
    const slow = await emptyAgent({ comply_test_controller: never, sync_plans: never, check_governance: never })
    const { code, stdout } = await said(`${slow.url} --storyboard ${denied} --run-timeout 0.8 --json -`)
    const { verdict, counts } = JSON.parse(stdout)
    expect([code, verdict.status, verdict.stopped, counts.steps.passed > 1]).toEqual([
      3,
      'incomplete',
      'deadline',
      false,
    ])
  })
})

describe('what is reported is what was on the wire', () => {
  it('no field is dropped because the agent declares fewer', async () => {
    const heard: JsonObject[] = []
    const inputSchema = { type: 'object', properties: { plan_id: { type: 'string' } }, additionalProperties: false }
    const agent = await loopbackAgent({
      onCall(message, response) {
        const tools = ['sync_plans', 'check_governance', 'comply_test_controller'].map((name) => ({
          name,
          inputSchema,
        }))
        if (message.method === 'tools/list') return json(response, rpcResult(message, { tools }))
        const { name, arguments: args } = message.params as { name: string; arguments: JsonObject }
        if (name === 'sync_plans') heard.push(args)
        json(response, rpcResult(message, result({ success: true })))
      },
    })
    open.push(agent)
    const steps = stepsOf(await runSuite(agent.url, { ...named(denied), dates: 'as-written' }))
    const sent = steps.find(({ id }) => id === 'sync_plans')?.exchange?.request.payload
    expect(Object.keys(heard[0] ?? {})).toEqual(expect.arrayContaining(['idempotency_key', 'plans']))
    expect(Object.keys(heard[0] ?? {})).not.toContain('plan_id')
    expect(sent).toEqual(heard[0])
  })

  it('no agent fails for a request that it never received', async () => {
    const { url } = await emptyAgent()
    const failed = stepsOf(await runSuite(url, { scope: { kind: 'suite', id: 'official' } })).filter(
      ({ verdict, task }) => verdict.status === 'failed' && task !== 'assert_contribution',
    )
    expect(failed.length).toBeGreaterThan(0)
    expect(failed.filter(({ exchange }) => !exchange?.http.some(({ status }) => status !== undefined))).toEqual([])
  })
})

describe('an agent that keeps the rules is left in peace', () => {
  it('a server that wants sessions is asked over one for each storyboard, and all are ended', async () => {
    const agent = await emptyAgent()
    const report = await runSuite(agent.url, named(denied))
    const posts = agent.methods.filter((method) => method === 'POST').length
    expect(agent.sessions()).toBe(0)
    expect(stepsOf(report).flatMap(({ exchange }) => exchange?.http ?? [])).not.toContainEqual(
      expect.objectContaining({ status: 406 }),
    )
    // First contact opens one session and asks twice; the storyboard opens one: each takes two requests.
    expect(posts).toBeLessThanOrEqual(report.counts.calls + 6)
  })

  it('a route that answers anything but 404 is no protected-resource metadata', async () => {
    const { url } = await emptyAgent()
    const steps = stepsOf(await runSuite(url, named('official/security_baseline')))
    const probes = steps.filter(({ task }) => task === 'protected_resource_metadata')
    expect(probes.map(({ verdict }) => verdict.status)).toEqual(['not_applicable'])
  })

  it('keys are fresh in each run, and the same within it where the storyboard says so', async () => {
    const runs = await Promise.all(
      [1, 2].map(async () => keysOf(await runSuite((await emptyAgent()).url, named(denied)))),
    )
    const [first = [], second = []] = runs
    expect(first.length).toBeGreaterThan(0)
    expect(first.filter((key) => second.includes(key))).toEqual([])
  })
})

function keysOf(report: RunReport): readonly unknown[] {
  const made = stepsOf(report).flatMap(({ changes }) => changes)
  return made.filter(({ pointer }) => pointer === '/idempotency_key').map(({ to }) => to)
}
