import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { AgentUnavailable } from '../errors.ts'
import type { JsonObject } from '../model/json.ts'
import type { SchemaSet } from '../model/schema-set.ts'
import { started } from './ask-one.fixture.ts'
import { openMcp, probe } from './index.ts'
import { agent, event, initialized, json, type Loopback, listen, options, result } from './loopback.fixture.ts'
import { type SdkTools, sdkAgent } from './sdk-agent.fixture.ts'

/** Takes any capabilities that say `adcp`. */
const schemas: SchemaSet = {
  release: '3.0.6',
  task: () => ({ response: 'capabilities.json', mutating: false, requiresIdempotencyKey: false }),
  load: async (id) => ({
    id,
    url: id,
    validate: (value) =>
      Object.hasOwn(value as object, 'adcp')
        ? []
        : [{ instancePath: '', schemaPath: '', keyword: 'required', message: '' }],
  }),
}

describe('the profile of an agent', () => {
  const said = { adcp: {}, supported_protocols: ['governance'], specialisms: ['governance-spend-authority'] }

  async function profileOf(tools: SdkTools) {
    const server = await started(sdkAgent(tools, true))
    const { capabilitiesExchange, ...profile } = await probe(options(server.url), schemas)
    expect(server.sessions()).toBe(0)
    return { server, profile, capabilitiesExchange }
  }

  it('holds tools, server and capabilities', async () => {
    const found = await profileOf({
      get_adcp_capabilities: () => ({ content: [], structuredContent: said }),
      check_governance: () => ({ content: [] }),
    })
    expect(found.profile).toEqual({
      url: found.server.url,
      protocol: 'mcp',
      server: { name: 'sdk-agent', version: '9.9.9' },
      tools: ['get_adcp_capabilities', 'check_governance'],
      capabilities: said,
      supportedProtocols: ['governance'],
      specialisms: ['governance-spend-authority'],
      experimentalFeatures: [],
    })
    expect(found.capabilitiesExchange?.request.payload).toEqual({})
  })

  it('has no capabilities when their schema rejects them, but keeps the lists that are lists', async () => {
    const payload = { supported_protocols: ['governance'], specialisms: ['a', 1], experimental_features: 'x' }
    const found = await profileOf({ get_adcp_capabilities: () => ({ content: [], structuredContent: payload }) })
    expect(found.profile).not.toHaveProperty('capabilities')
    expect(found.profile).toMatchObject({
      supportedProtocols: ['governance'],
      specialisms: [],
      experimentalFeatures: [],
    })
    expect(found.capabilitiesExchange?.reply).toMatchObject({ kind: 'task', payload })
  })

  it('takes nothing from an error', async () => {
    const reply = { isError: true, content: [], structuredContent: { ...said, adcp_error: { code: 'X' } } }
    const found = await profileOf({ get_adcp_capabilities: () => reply })
    expect(found.profile).not.toHaveProperty('capabilities')
    expect(found.profile.supportedProtocols).toEqual([])
    expect(found.capabilitiesExchange?.reply).toMatchObject({ error: { code: 'X' } })
  })

  it('does not call a task that the agent does not offer', async () => {
    const found = await profileOf({ check_governance: () => ({ content: [] }) })
    expect(found.profile.tools).toEqual(['check_governance'])
    expect(found.capabilitiesExchange).toBeUndefined()
  })

  it('follows the pages of tools/list, to twenty at most', async () => {
    let page = 0
    const onCall = (message: JsonObject, response: ServerResponse) => {
      page += 1
      json(response, result(message, { tools: [{ name: `t${page}` }, { name: 5 }, null], nextCursor: `c${page}` }))
    }
    const server = await started(agent({ onCall }))
    const { tools } = await probe(options(server.url), schemas)
    expect(tools).toEqual(Array.from({ length: 20 }, (_, index) => `t${index + 1}`))
    expect(server.seen.filter(({ body }) => body.includes('"cursor":"c19"'))).toHaveLength(1)
  })

  it('keeps a thousand tools at most', async () => {
    const many = Array.from({ length: 1_500 }, (_, index) => ({ name: `t${index}` }))
    const server = await started(agent({ onCall: (m, r) => json(r, result(m, { tools: many, nextCursor: 'more' })) }))
    expect((await probe(options(server.url), schemas)).tools).toHaveLength(1_000)
  })
})

describe('no first contact', () => {
  async function failure(url: string) {
    const error = await probe(options(url, { limits: { callTimeoutMs: 500 } }), schemas).catch((thrown) => thrown)
    expect(error).toBeInstanceOf(AgentUnavailable)
    expect(error.url).toBe(url)
    return { why: error.why, remedy: error.remedy }
  }

  const isThisMcp = 'Is this the MCP endpoint? It usually ends in /mcp'

  it.each<[string, (response: ServerResponse) => void, string, string | RegExp]>([
    [
      '401',
      (r) => r.writeHead(401).end(),
      'the agent answered 401 Unauthorized',
      /ADCP_AUTH_TOKEN.*--auth-env.*--header-env/,
    ],
    [
      '403',
      (r) => r.writeHead(403).end(),
      'the agent answered 403 Forbidden',
      /ADCP_AUTH_TOKEN.*--auth-env.*--header-env/,
    ],
    ['404', (r) => r.writeHead(404).end(), 'the agent answered 404 Not Found', isThisMcp],
    ['405', (r) => r.writeHead(405).end(), 'the agent answered 405 Method Not Allowed', isThisMcp],
    ['429', (r) => r.writeHead(429).end(), 'the agent answered 429 Too Many Requests', /wait/],
    [
      '500 with HTML',
      (r) => r.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Oops'),
      'the agent answered 500 Internal Server Error',
      'The agent itself is failing: look in its log',
    ],
    [
      'HTML',
      (r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>'),
      'the agent answered HTTP 200 (text/html) without an answer to the call: "<!doctype html>"',
      isThisMcp,
    ],
    ['silence', () => {}, 'the agent gave no complete answer within 0.5 s', /allow more time/],
    [
      'a redirect',
      (r) => r.writeHead(302, { location: 'https://user:pw@login.example/x?token=1' }).end(),
      'the agent answered HTTP 302 and redirects to https://login.example/x',
      /not followed/,
    ],
  ])('names cause and remedy: %s', async (_, handle, why, remedy) => {
    const server = await started(listen((_, response) => handle(response)))
    const found = await failure(server.url)
    expect(found.why).toBe(why)
    expect(found.remedy).toMatch(remedy)
    expect(server.seen).toHaveLength(1)
  })

  it('names cause and remedy: nobody listens', async () => {
    const server = await listen(() => {})
    await server.close()
    expect(await failure(server.url)).toEqual({
      why: 'nothing accepts connections at that address (ECONNREFUSED)',
      remedy: 'Is the agent running, and are host and port right?',
    })
  })

  it('names cause and remedy: TLS asked of a server that does not speak it', async () => {
    const server = await started(listen(() => {}))
    expect(await failure(server.url.replace('http:', 'https:'))).toEqual({
      why: 'the agent does not speak TLS at that address (EPROTO)',
      remedy: 'Mend the certificate, or name a file of further authorities in NODE_EXTRA_CA_CERTS',
    })
  })

  it('names cause and remedy: a JSON-RPC error', async () => {
    const error = { code: -32601, message: 'no' }
    const server = await started(listen((seen, r) => json(r, { jsonrpc: '2.0', id: JSON.parse(seen.body).id, error })))
    expect(await failure(server.url)).toEqual({
      why: 'the agent answered the JSON-RPC error -32601 (no)',
      remedy: 'The endpoint speaks JSON-RPC but opens no MCP session: ask whoever runs it',
    })
  })

  it.each<[string, JsonObject]>([
    ['an unknown protocol version', { ...initialized, protocolVersion: '1999-01-01' }],
    ['no server info', { protocolVersion: '2025-06-18', capabilities: {} }],
  ])('names cause and remedy: %s', async (_, value) => {
    const server = await started(listen((seen, r) => json(r, result(JSON.parse(seen.body), value))))
    const { why, remedy } = await failure(server.url)
    expect(why).toMatch(/^the agent's answer to initialize is not MCP: "/)
    expect(remedy).toBe(isThisMcp)
  })

  it('does not wait for an SDK that cannot read the answer', async () => {
    const server = await started(
      listen((seen, r) => {
        r.writeHead(200, { 'content-type': 'text/event-stream' })
        r.end(event({ ...result(JSON.parse(seen.body), initialized), unknown: 1 }))
      }),
    )
    expect((await failure(server.url)).why).toBe('the agent gave no complete answer within 0.5 s')
  })

  it('wants a list of tools', async () => {
    const server = await started(agent({ onCall: (m, r) => json(r, result(m, { tools: 'all' })) }))
    expect((await failure(server.url)).why).toBe('the agent answered tools/list without a list of tools')
  })

  it('takes a 401 at the first task as not being let in, and still ends the session', async () => {
    const onCall = (message: JsonObject, response: ServerResponse) => {
      if (message.method === 'tools/call') return void response.writeHead(401).end()
      json(response, result(message, { tools: [{ name: 'get_adcp_capabilities' }] }))
    }
    const server = await started(agent({ onCall, sessionId: 's' }))
    expect((await failure(server.url)).why).toBe('the agent answered 401 Unauthorized')
    expect(server.asked().at(-1)).toBe('DELETE')
  })
})

it('answers every call of a line that could not be opened with the reason, and sends nothing', async () => {
  const server: Loopback = await started(listen((_, response) => response.writeHead(503).end('down')))
  const line = await openMcp(options(server.url))
  const refusal = { kind: 'http_error', status: 503, headers: {}, body: 'down' }
  expect(line.refusal).toEqual(refusal)
  const first = await line.call({ task: 't', arguments: { a: 1 } })
  expect(first).toMatchObject({ reply: refusal, request: { payload: { a: 1 } }, http: [{ status: 503 }] })
  expect(await line.call({ task: 't', arguments: {} })).toMatchObject({ reply: refusal, http: [] })
  expect(await line.listTools()).toEqual({ tools: [], refusal })
  await line.close()
  expect(server.seen).toHaveLength(1)
})

it('says of a silent failure that no session was opened', async () => {
  const server = await listen(() => {})
  await server.close()
  const line = await openMcp(options(server.url))
  const { reply } = await line.call({ task: 't', arguments: {} })
  await line.close()
  expect(reply).toEqual({
    kind: 'unreachable',
    cause: 'refused',
    message: 'no session could be opened: nothing accepts connections at that address (ECONNREFUSED)',
  })
})
