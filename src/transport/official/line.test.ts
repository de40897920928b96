import { describe, expect, it } from 'vitest'
import { type A2aParts, a2aAgent, answering, cardAt, completed } from '../a2a.fixture.ts'
import { type OnCall, started } from '../ask-one.fixture.ts'
import type { McpOptions } from '../index.ts'
import { agent, json, options, result } from '../loopback.fixture.ts'
import { openOfficial } from './line.ts'

const denied = { status: 'denied' }
const adcp_error = { code: 'PLAN_NOT_FOUND', message: 'no plan' }
const headers = { Authorization: 'Bearer t' }
const call = { task: 'check_governance', arguments: { plan_id: 'p', unknown: { x: [1] } } }

async function askMcp(onCall: OnCall, changes: Partial<McpOptions> = {}) {
  const server = await started(agent({ onCall }))
  const line = openOfficial(options(server.url, changes), 'mcp')
  const exchange = await line.call(call)
  await line.close()
  return { server, exchange }
}

async function askA2a(parts: A2aParts, changes: Partial<McpOptions> = {}) {
  const server = await a2aAgent(parts)
  const line = openOfficial(options(`${server.origin}/`, changes), 'a2a')
  const exchange = await line.call(call)
  await line.close()
  return { server, exchange }
}

describe('over MCP', () => {
  it('the official client makes the call, and the record says so', async () => {
    const { server, exchange } = await askMcp(
      (m, r) => json(r, result(m, { structuredContent: denied, content: [] })),
      {
        headers,
      },
    )
    expect(server.asked()).toEqual(['initialize', 'notifications/initialized', 'tools/call'])
    expect(JSON.parse(server.seen[2]?.body ?? '').params.arguments).toEqual(call.arguments)
    expect(server.seen.map((seen) => seen.headers.authorization)).toEqual(['Bearer t', 'Bearer t', 'Bearer t'])
    expect(exchange.request).toEqual({
      transport: 'mcp',
      operation: 'check_governance',
      url: server.url,
      payload: call.arguments,
      via: 'official-client',
    })
    expect(exchange.reply).toMatchObject({ kind: 'task', payload: denied })
    expect(exchange.http.map(({ url, status }) => [url, status])).toEqual([
      [server.url, 200],
      [server.url, 202],
      [server.url, 200],
    ])
  })

  it('an error is read from what the client logged before it threw', async () => {
    const failed = { isError: true, structuredContent: { adcp_error }, content: [{ type: 'text', text: 'No.' }] }
    const { exchange } = await askMcp((m, r) => json(r, result(m, failed)))
    expect(exchange.reply).toMatchObject({ kind: 'task', isError: true, error: { code: 'PLAN_NOT_FOUND' } })
  })

  it.each<[string, OnCall, object]>([
    [
      'a JSON-RPC error',
      (m, r) => json(r, { jsonrpc: '2.0', id: m.id, error: { code: -32602, message: 'Unknown tool' } }),
      { kind: 'rpc_error', code: -32602 },
    ],
    ['HTTP 500', (_, r) => r.writeHead(500).end('oops'), { kind: 'http_error', status: 500 }],
    ['a redirect', (_, r) => r.writeHead(302, { location: '/x' }).end(), { cause: 'redirect' }],
    ['a body without end', (m, r) => json(r, result(m, 'x'.repeat(5_000))), { cause: 'too_large' }],
    ['silence', () => {}, { cause: 'timeout' }],
    [
      'a result that the client does not take',
      (m, r) => json(r, result(m, { content: 'x' })),
      { cause: 'not_protocol', message: expect.stringContaining('the official client could not make the call') },
    ],
  ])('tells of %s', async (_, onCall, expected) => {
    const limits = { callTimeoutMs: 1_000, maxBodyBytes: 3_000 }
    const { exchange } = await askMcp(onCall, { limits })
    expect(exchange.reply).toMatchObject(expected)
    expect(exchange.durationMs).toBeLessThan(1_500)
  })
})

describe('over A2A', () => {
  it('the official client makes the call to the endpoint that the card names', async () => {
    const { server, exchange } = await askA2a(
      { onMessage: answering(completed(denied)), card: (origin) => cardAt(`${origin}/rpc`) },
      { headers },
    )
    expect(server.seen.map(({ method, path }) => [method, path])).toEqual([
      ['GET', '/.well-known/agent-card.json'],
      ['POST', '/rpc'],
    ])
    expect(server.seen.map((seen) => seen.headers.authorization)).toEqual(['Bearer t', 'Bearer t'])
    expect(exchange.request).toMatchObject({ transport: 'a2a', via: 'official-client' })
    expect(exchange.reply).toMatchObject({ kind: 'task', payload: denied })
  })

  it.each<[string, A2aParts, object]>([
    [
      'a task that failed',
      { onMessage: answering(completed({ adcp_error }, { status: { state: 'failed' } })) },
      { kind: 'task', error: { code: 'PLAN_NOT_FOUND' } },
    ],
    [
      'a JSON-RPC error',
      { onMessage: (m, r) => json(r, { jsonrpc: '2.0', id: m.id, error: { code: -32602, message: 'x' } }) },
      { kind: 'rpc_error', code: -32602 },
    ],
    ['HTTP 401', { onMessage: (_, r) => r.writeHead(401).end() }, { kind: 'http_error', status: 401 }],
    ['a card that is not there', { cardPath: '/no' }, { kind: 'unreachable', cause: 'not_protocol' }],
    ['a card that leads elsewhere', { card: () => cardAt('https://x.example') }, { cause: 'redirect' }],
  ])('tells of %s', async (_, parts, expected) => {
    expect((await askA2a(parts)).exchange.reply).toMatchObject(expected)
  })
})

it('is interrupted with the run', async () => {
  const server = await started(agent({ onCall: () => {} }))
  const stop = new AbortController()
  const line = openOfficial(options(server.url, { signal: stop.signal }), 'mcp')
  setTimeout(() => stop.abort('SIGINT'), 100)
  expect((await line.call(call)).reply).toMatchObject({ kind: 'unreachable', cause: 'interrupted' })
  await line.close()
})
