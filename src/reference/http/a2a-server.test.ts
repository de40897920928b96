import { afterEach, expect, it } from 'vitest'
import type { JsonObject } from '../../model/json.ts'
import { intent, plan, sync, testBed } from '../agent.fixture.ts'
import type { GovernanceAgent } from '../governance-agent/agent.ts'
import { type ServedAgent, type ServeOptions, serveGovernanceAgent } from '../serve.ts'

const open: ServedAgent[] = []
afterEach(async () => {
  for (const served of open.splice(0)) await served.close()
})

async function serve(more: Partial<ServeOptions> = {}): Promise<ServedAgent> {
  const served = await serveGovernanceAgent({ port: 0, agent: testBed().agent, ...more })
  open.push(served)
  return served
}

async function rpc(url: string, method: string, params: unknown, token?: string): Promise<JsonObject> {
  const headers = {
    'content-type': 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  }
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
  const response = await fetch(url, { method: 'POST', headers, body })
  return (await response.json()) as JsonObject
}

const message = (data: unknown, more: object = {}) => ({
  message: { kind: 'message', role: 'user', messageId: 'm', parts: [{ kind: 'data', data }], ...more },
})

async function send(url: string, skill: string, parameters: JsonObject, token?: string, more: object = {}) {
  return await rpc(url, 'message/send', message({ skill, parameters }, more), token)
}

it('publishes a card that names its own address and every task', async () => {
  const { a2aUrl } = await serve()
  const card = (await (await fetch(`${a2aUrl}.well-known/agent-card.json`)).json()) as {
    url: string
    skills: { id: string }[]
  }
  expect(card.url).toBe(a2aUrl)
  expect(card.skills.map(({ id }) => id)).toEqual([
    'get_adcp_capabilities',
    'sync_plans',
    'check_governance',
    'report_plan_outcome',
    'get_plan_audit_logs',
  ])
})

it('answers with a task whose artifact holds the reply', async () => {
  const { a2aUrl } = await serve()
  await send(a2aUrl, 'sync_plans', sync(plan()))
  const { result } = await send(a2aUrl, 'check_governance', intent(70000), undefined, { contextId: 'c-1' })
  expect(result).toMatchObject({
    kind: 'task',
    contextId: 'c-1',
    status: { state: 'completed', timestamp: '2027-03-01T00:00:00.000Z' },
    artifacts: [
      {
        parts: [
          { kind: 'text', text: 'Done.' },
          { kind: 'data', data: { status: 'approved' } },
        ],
      },
    ],
  })
})

it('answers an error with a task that failed', async () => {
  const { result } = await send((await serve()).a2aUrl, 'check_governance', { plan_id: 'x', context: { a: 1 } })
  expect(result).toMatchObject({
    status: { state: 'failed' },
    artifacts: [
      {
        parts: [
          { kind: 'text' },
          { data: { adcp_error: { code: 'INVALID_REQUEST', field: 'caller' }, context: { a: 1 } } },
        ],
      },
    ],
  })
})

it('names the task that waits for a human beside the reply', async () => {
  const { a2aUrl } = await serve()
  await send(a2aUrl, 'sync_plans', sync(plan({ human_review_required: true })))
  const { result } = await send(a2aUrl, 'check_governance', intent(1))
  const [artifact] = (result as { artifacts: { metadata: JsonObject; parts: { data?: JsonObject }[] }[] }).artifacts
  expect(artifact?.parts[1]?.data?.status).toBe('submitted')
  expect(artifact?.metadata).toEqual({ adcp_task_id: artifact?.parts[1]?.data?.task_id })
})

it('keeps a task for whoever it was done for', async () => {
  const bearerTokens = new Map([
    ['b', 'buyer'],
    ['s', 'seller'],
  ])
  const { a2aUrl } = await serve({ bearerTokens })
  const { result } = await send(a2aUrl, 'get_adcp_capabilities', {}, 'b')
  const { id } = result as JsonObject
  expect((await rpc(a2aUrl, 'tasks/get', { id }, 'b')).result).toEqual(result)
  expect(await rpc(a2aUrl, 'tasks/get', { id }, 's')).toMatchObject({ error: { code: -32001 } })
  expect(await rpc(a2aUrl, 'tasks/cancel', { id }, 'b')).toMatchObject({ error: { code: -32002 } })
  expect((await fetch(a2aUrl, { method: 'POST', body: '{}' })).status).toBe(401)
})

it.each<[string, string, unknown, number]>([
  ['a skill it does not have', 'message/send', message({ skill: 'create_media_buy', parameters: {} }), -32602],
  ['a message without data', 'message/send', message(undefined, { parts: [{ kind: 'text', text: 'Hi' }] }), -32602],
  ['a message without parts', 'message/send', { message: {} }, -32602],
  ['no message', 'message/send', {}, -32602],
  ['a stream', 'message/stream', message({ skill: 'sync_plans' }), -32004],
  ['webhooks', 'tasks/pushNotificationConfig/set', {}, -32004],
  ['a task that never was', 'tasks/get', { id: 'x' }, -32001],
  ['another method', 'initialize', {}, -32601],
])('refuses %s', async (_, method, params, code) => {
  expect(await rpc((await serve()).a2aUrl, method, params)).toMatchObject({ error: { code } })
})

it('refuses what is no JSON-RPC at all', async () => {
  const { a2aUrl } = await serve()
  const post = async (body: string) => (await fetch(a2aUrl, { method: 'POST', body })).status
  expect(await post('not json')).toBe(400)
  expect((await fetch(a2aUrl)).status).toBe(405)
  expect(await (await fetch(a2aUrl, { method: 'POST', body: '[]' })).json()).toMatchObject({ error: { code: -32600 } })
})

it('tells callers of a bug no more than that there is one', async () => {
  const bugs: unknown[] = []
  const bug = new Error('secret detail')
  const agent: GovernanceAgent = { ...testBed().agent, handle: () => Promise.reject(bug) }
  const { a2aUrl } = await serve({ agent, onBug: (error) => bugs.push(error) })
  const answer = await send(a2aUrl, 'sync_plans', {})
  expect(answer).toMatchObject({ error: { code: -32603, message: 'The agent failed.' } })
  expect(bugs).toEqual([bug])
})
