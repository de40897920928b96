import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../model/json.ts'
import { type A2aParts, a2aAgent, answering, askOverA2a, cardAt, completed, type OnMessage } from './a2a.fixture.ts'
import { openA2a } from './a2a.ts'
import { stream } from './ask-one.fixture.ts'
import { event, json, options, result } from './loopback.fixture.ts'

const sent = (body: string) => JSON.parse(body).params.message as JsonObject

describe('a call', () => {
  it('names the task as a skill, with its arguments as parameters', async () => {
    const server = await a2aAgent({ onMessage: answering(completed({ status: 'approved' })) })
    const line = await openA2a(options(`${server.origin}/`, { headers: { Authorization: 'Bearer t' } }))
    const args = { plan_id: 'p', unknown: { x: [1] } }
    const exchange = await line.call({ task: 'check_governance', arguments: args })
    await line.close()
    expect(server.asked()).toEqual(['GET /.well-known/agent-card.json', 'message/send'])
    expect(sent(server.seen[1]?.body ?? '')).toEqual({
      kind: 'message',
      role: 'user',
      messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      parts: [{ kind: 'data', data: { skill: 'check_governance', parameters: args } }],
    })
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer t', 'Bearer t'])
    expect(exchange.request).toEqual({
      transport: 'a2a',
      operation: 'check_governance',
      url: `${server.origin}/`,
      payload: args,
    })
    expect(exchange.reply).toMatchObject({ kind: 'task', payload: { status: 'approved' } })
    expect(exchange.http.map(({ method, status }) => [method, status])).toEqual([
      ['GET', 200],
      ['POST', 200],
    ])
    expect(JSON.stringify(exchange.http)).not.toContain('Bearer')
  })

  it('stays in the conversation that the agent began', async () => {
    const server = await a2aAgent({
      onMessage: answering(completed({}), completed({}, { contextId: 'c-2' }), completed({}, { contextId: null })),
    })
    const line = await openA2a(options(`${server.origin}/`))
    const boundTo: (string | undefined)[] = []
    for (let count = 0; count < 4; count += 1)
      boundTo.push((await line.call({ task: 't', arguments: {} })).request.contextId)
    const another = await openA2a(options(`${server.origin}/`))
    await another.call({ task: 't', arguments: {} })
    await Promise.all([line.close(), another.close()])
    const messages = server.seen.filter(({ method }) => method === 'POST').map(({ body }) => sent(body).contextId)
    expect(messages).toEqual([undefined, 'c-1', 'c-2', 'c-2', undefined])
    expect(boundTo).toEqual(messages.slice(0, 4))
  })

  it('may be answered by an event stream', async () => {
    const onMessage: OnMessage = (m, r) => stream(r).end(event(result(m, completed({ a: 1 }))))
    expect((await askOverA2a(onMessage)).reply).toMatchObject({ payload: { a: 1 } })
  })

  it.each<[string, OnMessage, object]>([
    [
      'a JSON-RPC error',
      (m, r) => json(r, { jsonrpc: '2.0', id: m.id, error: { code: -32001, message: 'Task not found' } }),
      { kind: 'rpc_error', code: -32001, message: 'Task not found' },
    ],
    [
      'HTTP 401',
      (_, r) => r.writeHead(401, { 'www-authenticate': 'Bearer' }).end(),
      { kind: 'http_error', status: 401 },
    ],
    ['HTTP 500', (_, r) => r.writeHead(500).end('oops'), { kind: 'http_error', status: 500, body: 'oops' }],
    ['a redirect', (_, r) => r.writeHead(307, { location: '/x' }).end(), { kind: 'unreachable', cause: 'redirect' }],
    ['a page', (_, r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<p>'), { cause: 'not_protocol' }],
    ['an answer to another request', (m, r) => json(r, { ...result(m, {}), id: 99 }), { cause: 'not_protocol' }],
    ['a closed connection', (_, r) => r.destroy(), { kind: 'unreachable', cause: 'closed' }],
    ['a body without end', (m, r) => json(r, result(m, 'x'.repeat(5_000))), { cause: 'too_large' }],
    ['silence', () => {}, { cause: 'timeout', message: 'the agent gave no complete answer within 0.3 s' }],
    ['a result that is null', answering(null), { kind: 'task', payload: undefined }],
  ])('tells of %s', async (_, onMessage, expected) => {
    const limits = { callTimeoutMs: 300, maxBodyBytes: 3_000 }
    expect((await askOverA2a(onMessage, { limits })).reply).toMatchObject(expected)
  })

  it('is refused on a line that was closed: a fault of the caller', async () => {
    const line = await openA2a(options(`${(await a2aAgent()).origin}/`))
    await line.close()
    await expect(line.call({ task: 't', arguments: {} })).rejects.toThrow('closed')
  })

  it('is interrupted with the run, and none is sent after', async () => {
    const server = await a2aAgent({ onMessage: () => {} })
    const stop = new AbortController()
    const line = await openA2a(options(`${server.origin}/`, { signal: stop.signal }))
    setTimeout(() => stop.abort('SIGINT'), 50)
    expect((await line.call({ task: 't', arguments: {} })).reply).toMatchObject({ cause: 'interrupted' })
    expect((await line.call({ task: 'u', arguments: {} })).reply).toMatchObject({ cause: 'interrupted' })
    await line.close()
    expect(server.asked()).toEqual(['GET /.well-known/agent-card.json', 'message/send'])
    await expect.poll(() => server.openSockets()).toBe(0)
  })
})

describe('a task that goes on', () => {
  it('is asked for with tasks/get', async () => {
    const working = completed({}, { status: { state: 'working' }, artifacts: [] })
    const server = await a2aAgent({ onMessage: answering(working, working, completed({ a: 1 })) })
    const line = await openA2a(options(`${server.origin}/`))
    const first = await line.call({ task: 't', arguments: {} })
    expect(first.reply).toMatchObject({ interim: 'working', taskId: 't-1' })
    expect((await line.poll?.('t-1'))?.reply).toMatchObject({ interim: 'working' })
    const last = await line.poll?.('t-1')
    await line.close()
    expect(last?.request).toMatchObject({ operation: 'tasks/get', payload: { id: 't-1' } })
    expect(last?.reply).toMatchObject({ payload: { a: 1 } })
    expect(server.asked().slice(1)).toEqual(['message/send', 'tasks/get', 'tasks/get'])
  })

  it('of AdCP is asked for with the skill that the agent offers', async () => {
    const submitted = completed({ status: 'submitted', task_id: 'adcp-1' })
    const done = completed({ task_id: 'adcp-1', status: 'completed', result: { a: 1 } })
    const skills = [{ id: 'get_task_status', name: 'Status' }]
    const server = await a2aAgent({
      onMessage: answering(submitted, done),
      card: (origin) => cardAt(`${origin}/`, { skills }),
    })
    const line = await openA2a(options(`${server.origin}/`))
    await line.call({ task: 't', arguments: {} })
    const last = await line.poll?.('adcp-1')
    await line.close()
    expect(last?.reply).toMatchObject({ payload: { a: 1 } })
    expect(last?.request).toMatchObject({
      operation: 'get_task_status',
      payload: { task_id: 'adcp-1', include_result: true },
    })
  })
})

describe('the agent card', () => {
  async function opened(parts: A2aParts, path = '/', changes: object = {}) {
    const server = await a2aAgent(parts)
    const line = await openA2a(options(`${server.origin}${path}`, changes))
    const { reply, http } = await line.call({ task: 't', arguments: {} })
    await line.close()
    const { server: identity, tools, hasCard, refusal } = line
    return { server, identity, tools, hasCard, refusal, reply, http }
  }

  it.each<[string, string]>([
    ['/x/.well-known/agent-card.json', '/x'],
    ['/.well-known/agent-card.json', '/x'],
    ['/y/.well-known/agent-card.json', '/y/.well-known/agent-card.json'],
  ])('is found at %s for %s', async (cardPath, path) => {
    const found = await opened({ cardPath, onMessage: answering(completed({ a: 1 })) }, path)
    expect(found.identity).toEqual({ name: 'loopback', version: '1.2.3' })
    expect(found.tools).toEqual(['check_governance'])
    expect(found.reply).toMatchObject({ payload: { a: 1 } })
  })

  it('that sends callers to another origin is refused, and no credentials go there', async () => {
    const elsewhere = await a2aAgent({ onMessage: answering(completed({})) })
    const headers = { Authorization: 'Bearer t' }
    const found = await opened({ card: () => cardAt(`${elsewhere.origin}/rpc?key=s3cret`) }, '/', { headers })
    const message = `the agent card sends callers to ${elsewhere.origin}/rpc, which is another origin than the address that was given`
    expect(found.refusal).toEqual({ kind: 'unreachable', cause: 'redirect', message })
    expect(found.hasCard).toBe(true)
    expect(found.reply).toMatchObject({ message: `no session could be opened: ${message}` })
    expect(elsewhere.seen).toEqual([])
  })

  it.each<[string, A2aParts, object, boolean]>([
    [
      'is not there',
      { cardPath: '/no' },
      { message: 'the agent has no agent card at /.well-known/agent-card.json' },
      false,
    ],
    ['is a list', { card: () => [] }, { cause: 'not_protocol' }, false],
    ['is too large', { card: (origin) => cardAt(origin, { x: 'x'.repeat(5_000) }) }, { cause: 'too_large' }, false],
    [
      'offers A2A 1.0 only',
      { card: () => ({ supportedInterfaces: [{ url: 'x', protocolBinding: 'JSONRPC', protocolVersion: '1.0' }] }) },
      { cause: 'not_protocol', message: 'its agent card offers no JSON-RPC of A2A 0.3: JSONRPC 1.0' },
      true,
    ],
  ])('that %s opens no line', async (_, parts, refusal, hasCard) => {
    const found = await opened(parts, '/', { limits: { callTimeoutMs: 1_000, maxBodyBytes: 3_000 } })
    expect(found.refusal).toMatchObject({ kind: 'unreachable', ...refusal })
    expect(found.hasCard).toBe(hasCard)
    expect(found.server.asked()).toEqual(['GET /.well-known/agent-card.json'])
  })
})
