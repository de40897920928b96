import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { askOne, type OnCall, started, stream } from './ask-one.fixture.ts'
import { openMcp } from './index.ts'
import { agent, event, json, options, result } from './loopback.fixture.ts'

describe('an answer that only the SDK would not take', () => {
  const payload = { check_id: 'c' }
  const reply = { kind: 'task', payload, isError: false, extraction: { path: 'structured_content' } }

  it.each<[string, OnCall]>([
    ['no content', (m, r) => json(r, result(m, { structuredContent: payload }))],
    ['content of the wrong type', (m, r) => json(r, result(m, { structuredContent: payload, content: 'x' }))],
    ['a malformed _meta', (m, r) => json(r, result(m, { structuredContent: payload, _meta: 'x' }))],
    ['an unknown JSON-RPC member', (m, r) => json(r, { ...result(m, { structuredContent: payload }), trace: 1 })],
    ['the id as a string', (m, r) => json(r, { ...result(m, { structuredContent: payload }), id: String(m.id) })],
    ['a batch', (m, r) => json(r, [{ jsonrpc: '2.0', method: 'x' }, result(m, { structuredContent: payload })])],
    ['a malformed event', (m, r) => stream(r).end(event({ ...result(m, { structuredContent: payload }), trace: 1 }))],
  ])('is read: %s', async (_, onCall) => {
    expect((await askOne(onCall)).reply).toMatchObject(reply)
  })

  it('is read although it says nothing', async () => {
    expect((await askOne((m, r) => json(r, result(m, 7)))).reply).toEqual({
      kind: 'task',
      payload: undefined,
      isError: false,
      extraction: { path: 'none' },
      raw: 7,
    })
  })

  it('is read when it comes compressed', async () => {
    const { reply } = await askOne((m, r) => {
      r.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
      r.end(gzipSync(JSON.stringify(result(m, { structuredContent: { a: 1 } }))))
    })
    expect(reply).toMatchObject({ kind: 'task', payload: { a: 1 } })
  })
})

it('puts arguments on the wire byte for byte', async () => {
  const args = JSON.parse('{"__proto__":{"own":true},"b":[{"é\\u0000":1e21}],"a":0.1,"constructor":null}')
  const server = await started(agent({ onCall: (m, r) => json(r, result(m, {})) }))
  const line = await openMcp(options(server.url))
  const { request } = await line.call({ task: 't', arguments: args })
  await line.close()
  const body = server.seen.find((seen) => seen.body.includes('tools/call'))?.body
  expect(body).toContain(`"arguments":${JSON.stringify(args)}}`)
  expect(JSON.stringify(request.payload)).toBe(JSON.stringify(args))
})

describe('a reply that is not MCP', () => {
  const answered = (what: string) => `the agent answered HTTP ${what}`
  const inJson = { 'content-type': 'application/json' }

  it.each<[string, OnCall, string, string]>([
    [
      'HTML',
      (_, r) => r.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<h1>\n${'x'.repeat(500)}`),
      'not_protocol',
      answered(`200 (text/html) without an answer to the call: "<h1>\\n${'x'.repeat(115)}"`),
    ],
    [
      'broken JSON',
      (_, r) => r.writeHead(200, inJson).end('{"jsonrpc": '),
      'not_protocol',
      answered('200 (application/json) without an answer to the call: "{\\"jsonrpc\\": "'),
    ],
    [
      'an answer to another request',
      (m, r) => json(r, { ...result(m, {}), id: 12345 }),
      'not_protocol',
      answered(
        '200 (application/json) without an answer to the call: "{\\"jsonrpc\\":\\"2.0\\",\\"id\\":12345,\\"result\\":{}}"',
      ),
    ],
    [
      'an empty 202',
      (_, r) => r.writeHead(202).end(),
      'not_protocol',
      answered('202 (no content type) without an answer to the call: nothing'),
    ],
    [
      'a body that breaks off',
      (_, r) => r.writeHead(200, { ...inJson, 'content-length': '100' }).write('{', () => r.destroy()),
      'closed',
      'the agent closed the connection before it had answered (ECONNRESET)',
    ],
    [
      'a dropped connection',
      (_, r) => r.destroy(),
      'closed',
      'the agent closed the connection before it had answered (ECONNRESET)',
    ],
    [
      'a false content-encoding',
      (_, r) => r.writeHead(200, { ...inJson, 'content-encoding': 'gzip' }).end('{}'),
      'not_protocol',
      'the answer is not encoded as its content-encoding says (Z_DATA_ERROR)',
    ],
    [
      'an unknown content-encoding',
      (_, r) => r.writeHead(200, { ...inJson, 'content-encoding': 'zstd' }).end('{}'),
      'not_protocol',
      'the answer has the content-encoding "zstd", which was not asked for',
    ],
    [
      'something else than HTTP',
      (_, r) => r.socket?.end('SSH-2.0-OpenSSH_9.6\r\n'),
      'not_protocol',
      'the answer is not HTTP (HPE_INVALID_CONSTANT)',
    ],
  ])('is named: %s', async (_, onCall, cause, message) => {
    expect((await askOne(onCall)).reply).toEqual({ kind: 'unreachable', cause, message })
  })
})
