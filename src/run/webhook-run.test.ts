import type { ServerResponse } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { scratchFile } from '../load/scratch-folder.fixture.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { runSuite } from '../suite.fixture.ts'
import { agent, json, type Loopback, result } from '../transport/loopback.fixture.ts'

const served: Loopback[] = []
afterEach(async () => {
  for (const one of served.splice(0)) await one.close()
})

const storyboard = `
id: calls_back
phases:
  - id: only
    steps:
      - id: buy
        task: create_media_buy
        gov_reply: any
        sample_request:
          push_notification_config:
            url: "{{runner.webhook_url:buy}}"
      - id: wait
        task: expect_webhook
        triggered_by: buy
        timeout_seconds: 5
        filter:
          body: { status: completed }
`

/** A seller that takes an order and tells later what became of it. */
async function seller(): Promise<string> {
  const one = await agent({ onCall: (message, response) => answer(message, response) })
  served.push(one)
  return one.url
}

const capabilities = {
  adcp: { major_versions: [3], idempotency: { supported: true, replay_ttl_seconds: 86_400 } },
  supported_protocols: ['media_buy'],
}

function answer(message: JsonObject, response: ServerResponse): void {
  const params = isJsonObject(message.params) ? message.params : {}
  json(response, result(message, message.method === 'tools/list' ? { tools } : replyTo(params.name)))
  const config = isJsonObject(params.arguments) ? params.arguments.push_notification_config : undefined
  if (isJsonObject(config)) void callBack(String(config.url))
}

const tools = ['get_adcp_capabilities', 'create_media_buy'].map((name) => ({ name, inputSchema: { type: 'object' } }))

function replyTo(task: Json | undefined) {
  const payload = task === 'create_media_buy' ? { status: 'submitted', task_id: 't1' } : capabilities
  return { content: [], structuredContent: payload }
}

async function callBack(url: string): Promise<void> {
  const body = { idempotency_key: 'whk_0123456789abcdef', task_id: 't1', status: 'completed', api_key: 'hidden-secret' }
  await fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { authorization: 'Bearer hidden-secret' } })
}

it('is called back over this machine, and shows what came without secrets', async () => {
  const scope = { kind: 'storyboards', names: [await scratchFile(storyboard)] } as const
  const report = await runSuite(await seller(), { scope })
  const [board] = report.storyboards
  const steps = board?.phases.flatMap((phase) => phase.steps) ?? []
  expect(steps.map(({ id, verdict }) => [id, verdict.status])).toEqual([
    ['buy', 'passed'],
    ['wait', 'passed'],
  ])
  expect(steps[1]?.deliveries).toMatchObject([{ step: 'buy', answered: 200, payload: { status: 'completed' } }])
  expect(JSON.stringify(steps[1]?.deliveries)).not.toContain('hidden-secret')
})

it('sends nothing that gives out an address when it hosts no receiver', async () => {
  const scope = { kind: 'storyboards', names: [await scratchFile(storyboard)] } as const
  const url = await seller()
  const report = await runSuite(url, { scope, webhooks: { kind: 'off' } })
  const steps = report.storyboards.flatMap(({ phases }) => phases.flatMap((phase) => phase.steps))
  const detail = 'webhook_receiver; this run hosts no webhook receiver'
  expect(steps.map(({ verdict }) => verdict)).toEqual(
    Array(2).fill({ status: 'blocked', reason: 'requirement_unmet', detail }),
  )
})
