import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../model/json.ts'
import { askOne, type OnCall, started } from './ask-one.fixture.ts'
import { openMcp } from './index.ts'
import { agent, json, listen, options } from './loopback.fixture.ts'

describe('a redirect', () => {
  it('is not followed, and takes the credentials nowhere', async () => {
    const other = await started(listen((_, response) => json(response, {})))
    const headers = { Authorization: 'Bearer s3cret' }
    const onCall: OnCall = (_, r) => r.writeHead(307, { location: `${other.url}?key=1` }).end()
    const { reply } = await askOne(onCall, { headers })
    expect(reply).toEqual({
      kind: 'unreachable',
      cause: 'redirect',
      message: `the agent answered HTTP 307 and redirects to ${other.url}`,
    })
    expect(other.seen).toEqual([])
  })

  it('is not followed within the same origin either', async () => {
    const server = await started(agent({ onCall: (_, r) => r.writeHead(308, { location: '/mcp/' }).end() }))
    const line = await openMcp(options(server.url))
    const { reply } = await line.call({ task: 't', arguments: {} })
    await line.close()
    expect(reply).toMatchObject({ message: `the agent answered HTTP 308 and redirects to ${server.url}/` })
    expect(server.asked()).toEqual(['initialize', 'notifications/initialized', 'tools/call'])
  })

  it.each([undefined, 'http://['])('may say nothing of where to: %s', async (location) => {
    const { reply } = await askOne((_, r) => r.writeHead(301, location === undefined ? {} : { location }).end())
    expect(reply).toMatchObject({ message: 'the agent answered HTTP 301 and redirects without saying where to' })
  })
})

describe('an HTTP error', () => {
  it('keeps status, reportable headers and the start of the body', async () => {
    const { reply, http } = await askOne((_, r) =>
      r.writeHead(503, { 'retry-after': '7', 'set-cookie': 'a=1', 'content-type': 'text/html' }).end('x'.repeat(5_000)),
    )
    expect(reply).toEqual({
      kind: 'http_error',
      status: 503,
      headers: { 'content-type': 'text/html', 'retry-after': '7' },
      body: 'x'.repeat(2_048),
    })
    expect(http.at(-1)).toMatchObject({ status: 503, responseBytes: 5_000 })
    expect(http.at(-1)).not.toHaveProperty('failure')
  })

  it('keeps what came of a body that breaks off, or has no end', async () => {
    const broken = await askOne((_, r) => r.writeHead(500).write('Oops', () => r.destroy()))
    expect(broken.reply).toMatchObject({ kind: 'http_error', status: 500, body: 'Oops' })
    const endless = await askOne((_, r) => r.writeHead(500).write('x'.repeat(200_000)))
    expect(endless.reply).toMatchObject({ kind: 'http_error', status: 500, body: 'x'.repeat(2_048) })
  })

  const refusal = { code: -32602, message: 'bad', data: { adcp_error: { code: 'INVALID_REQUEST', field: 'a' } } }
  const rpcError = (id: Json | undefined) => JSON.stringify({ jsonrpc: '2.0', id, error: refusal })

  it('gives way to a JSON-RPC error in its body', async () => {
    const { reply } = await askOne((m, r) => r.writeHead(400).end(rpcError(m.id)))
    expect(reply).toEqual({
      kind: 'rpc_error',
      code: -32602,
      message: 'bad',
      error: { code: 'INVALID_REQUEST', field: 'a' },
      raw: { jsonrpc: '2.0', id: 1, error: refusal },
    })
  })

  it.each<[number, JsonObject['id'], string]>([
    [401, 1, 'http_error'],
    [403, 1, 'http_error'],
    [404, null, 'http_error'],
    [404, 1, 'rpc_error'],
    [400, 7, 'http_error'],
    [500, null, 'rpc_error'],
  ])('%d with a JSON-RPC error for id %j is %s', async (status, id, kind) => {
    const { reply } = await askOne((_, r) => r.writeHead(status).end(rpcError(id)))
    expect(reply.kind).toBe(kind)
  })

  it('that says the session is lost does not make us open another', async () => {
    const server = await started(agent({ onCall: (_, r) => r.writeHead(404).end('gone'), sessionId: 's-1' }))
    const line = await openMcp(options(server.url))
    expect((await line.call({ task: 't', arguments: {} })).reply).toMatchObject({ kind: 'http_error', status: 404 })
    expect((await line.call({ task: 't', arguments: {} })).reply).toMatchObject({ kind: 'http_error', status: 404 })
    await line.close()
    expect(server.asked().filter((method) => method === 'initialize')).toHaveLength(1)
  })
})
