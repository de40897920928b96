import type { ServerResponse } from 'node:http'
import { expect, it } from 'vitest'
import { scratchFile } from '../load/scratch-folder.fixture.ts'
import { isJsonObject, type JsonObject } from '../model/json.ts'
import { agentConnection } from '../run/connection.ts'
import { defaultLimits } from '../run/options.ts'
import { prepare } from '../run.ts'
import { agent, json, result } from '../transport/loopback.fixture.ts'
import { makeBundle } from './make-bundle.ts'
import { openBundle } from './open-bundle.ts'
import { recordRun } from './record-run.ts'
import { realManner } from './recorded-run.fixture.ts'
import { verifyBundle } from './verify-bundle.ts'

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
            token: $generate:uuid_v4#callback
      - id: wait
        task: expect_webhook
        triggered_by: buy
        timeout_seconds: 5
        filter:
          body: { status: completed }
`

it('derives again what webhooks and plain requests showed, from the record alone', async () => {
  const seller = await agent({ onCall: (message, response) => answer(message, response) })
  const prepared = await prepare('3.0', {
    kind: 'storyboards',
    names: [await scratchFile(storyboard), 'security_baseline', 'idempotency', 'schema_validation'],
  })
  const clock = { now: Date.now }
  const connection = agentConnection({
    url: seller.url,
    credentials: { token: 'tok-0123456789' },
    limits: defaultLimits,
    clock,
  })
  const recorded = await recordRun(connection, prepared, realManner())
  await seller.close()
  const { bytes } = await makeBundle(recorded)
  const bundle = await openBundle(bytes)
  expect(bundle.journal.deliveries).toHaveLength(1)
  expect(await verifyBundle(bundle)).toMatchObject({ status: 'same', differences: [], strays: [] })
}, 30_000)

const capabilities = {
  adcp: { major_versions: [3], idempotency: { supported: true, replay_ttl_seconds: 86_400 } },
  supported_protocols: ['media_buy'],
}
const tools = ['get_adcp_capabilities', 'create_media_buy'].map((name) => ({ name, inputSchema: { type: 'object' } }))

/** A seller that takes an order and tells later what became of it. */
function answer(message: JsonObject, response: ServerResponse): void {
  const params = isJsonObject(message.params) ? message.params : {}
  const payload = params.name === 'create_media_buy' ? { status: 'submitted', task_id: 't1' } : capabilities
  const reply = message.method === 'tools/list' ? { tools } : { content: [], structuredContent: payload }
  json(response, result(message, reply))
  const config = isJsonObject(params.arguments) ? params.arguments.push_notification_config : undefined
  if (isJsonObject(config)) void callBack(String(config.url), String(config.token))
}

async function callBack(url: string, token: string): Promise<void> {
  const body = { idempotency_key: 'whk_0123456789abcdef', task_id: 't1', status: 'completed', token }
  // Samples of other storyboards name addresses that lead nowhere.
  await fetch(url, { method: 'POST', body: JSON.stringify(body) }).catch(() => undefined)
}
