import { afterEach, describe, expect, it } from 'vitest'
import { openMcp } from './index.ts'
import { options } from './loopback.fixture.ts'
import { type SdkAgent, type SdkTools, sdkAgent } from './sdk-agent.fixture.ts'

const approved = { check_id: 'chk_1', status: 'approved', plan_id: 'p', explanation: 'ok' }

const tools: SdkTools = {
  check_governance: () => ({ content: [{ type: 'text', text: 'approved' }], structuredContent: approved }),
  in_text: () => ({ content: [{ type: 'text', text: JSON.stringify(approved) }] }),
  refuse: () => ({
    isError: true,
    content: [{ type: 'text', text: 'no such plan' }],
    structuredContent: { adcp_error: { code: 'PLAN_NOT_FOUND', message: 'no such plan', field: 'plan_id' } },
  }),
  echo: (args) => ({ content: [], structuredContent: { got: args } }),
  hostile: () => ({ content: [], structuredContent: { check_id: `${'a'.repeat(40)}!` } }),
}

let agent: SdkAgent
afterEach(() => agent.close())

describe.each([
  ['JSON', true],
  ['an event stream', false],
])('an agent of the official SDK that answers with %s', (_, enableJsonResponse) => {
  async function ask(task: string, args = {}) {
    agent = await sdkAgent(tools, enableJsonResponse)
    const line = await openMcp(options(agent.url))
    const exchange = await line.call({ task, arguments: args })
    await line.close()
    return exchange
  }

  it('gives structured content', async () => {
    const { request, reply } = await ask('check_governance', { plan_id: 'p' })
    expect(request).toEqual({
      transport: 'mcp',
      operation: 'check_governance',
      url: agent.url,
      payload: { plan_id: 'p' },
    })
    expect(reply).toEqual({
      kind: 'task',
      payload: approved,
      isError: false,
      extraction: { path: 'structured_content' },
      raw: { content: [{ type: 'text', text: 'approved' }], structuredContent: approved },
    })
  })

  it('gives the JSON in a text when there is no structured content', async () => {
    expect((await ask('in_text')).reply).toMatchObject({
      kind: 'task',
      payload: approved,
      extraction: { path: 'text_fallback' },
    })
  })

  it('gives an AdCP error as an answer', async () => {
    expect((await ask('refuse')).reply).toMatchObject({
      kind: 'task',
      isError: true,
      error: { code: 'PLAN_NOT_FOUND', message: 'no such plan', field: 'plan_id', pointer: '/adcp_error' },
      extraction: { path: 'error' },
    })
  })

  it('gives a JSON-RPC error for an unknown tool', async () => {
    expect((await ask('nothing')).reply).toMatchObject({
      kind: 'rpc_error',
      code: -32602,
      message: expect.stringContaining('Unknown tool'),
    })
  })

  it('sends arguments as they are', async () => {
    const args = {
      unknown: { nested: [null, { 'ключ ✓': '\u2028😀' }] },
      big: 9007199254740991,
      tiny: 1e-300,
      text: '12345678901234567890',
    }
    const { request, reply } = await ask('echo', args)
    expect(JSON.stringify(request.payload)).toBe(JSON.stringify(args))
    expect(JSON.stringify(reply.kind === 'task' && reply.payload?.got)).toBe(JSON.stringify(args))
  })

  it('does not apply the schema that the agent publishes', async () => {
    agent = await sdkAgent(tools, enableJsonResponse)
    const line = await openMcp(options(agent.url))
    const { tools: listed } = await line.listTools()
    expect(listed.map((tool) => tool.name)).toEqual(Object.keys(tools))
    const { reply } = await line.call({ task: 'hostile', arguments: {} })
    expect(reply).toMatchObject({ kind: 'task', isError: false })
    await line.close()
  })

  it('opens one session for all calls, opens no standing stream, and ends the session once', async () => {
    agent = await sdkAgent(tools, enableJsonResponse)
    const line = await openMcp(options(agent.url))
    expect(line.server).toEqual({ name: 'sdk-agent', version: '9.9.9' })
    expect(line.refusal).toBeUndefined()
    const first = await line.call({ task: 'echo', arguments: {} })
    const second = await line.call({ task: 'echo', arguments: {} })
    expect(agent.sessions()).toBe(1)
    await Promise.all([line.close(), line.close()])
    expect(agent.sessions()).toBe(0)
    expect(agent.methods).toEqual(['POST', 'POST', 'POST', 'POST', 'DELETE'])
    expect([first.http.length, second.http.length]).toEqual([3, 1])
  })

  it('answers several calls at once, each with its own answer', async () => {
    agent = await sdkAgent(tools, enableJsonResponse)
    const line = await openMcp(options(agent.url))
    const exchanges = await Promise.all([1, 2, 3].map((n) => line.call({ task: 'echo', arguments: { n } })))
    expect(exchanges.map(({ reply }) => reply.kind === 'task' && reply.payload)).toEqual(
      [1, 2, 3].map((n) => ({ got: { n } })),
    )
    await line.close()
  })
})

it('records what went over the wire, without request headers', async () => {
  agent = await sdkAgent(tools, true)
  const headers = { Authorization: 'Bearer s3cret' }
  let now = 1_700_000_000_000
  const line = await openMcp(options(agent.url, { headers, clock: { now: () => now++ } }))
  await line.call({ task: 'echo', arguments: {} })
  const { http, startedAt } = await line.call({ task: 'echo', arguments: {} })
  await line.close()
  expect(http).toEqual([
    {
      method: 'POST',
      url: agent.url,
      requestBytes: 86,
      status: 200,
      headers: { 'content-length': '79', 'content-type': 'application/json' },
      responseBytes: 79,
      startedAt: expect.stringMatching(/^2023-11-14T22:13:20/),
      durationMs: 1,
    },
  ])
  expect(startedAt < (http[0]?.startedAt ?? '')).toBe(true)
  expect(JSON.stringify(http)).not.toContain('s3cret')
})

it('refuses a call on a line that was closed: a fault of the caller', async () => {
  agent = await sdkAgent(tools, true)
  const line = await openMcp(options(agent.url))
  await line.close()
  await expect(line.call({ task: 'echo', arguments: {} })).rejects.toThrow('closed')
})
