import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import { createLocalJWKSet, type FlattenedJWS, flattenedVerify, type JSONWebKeySet } from 'jose'
import { afterEach, expect, it } from 'vitest'
import { UsageError } from '../errors.ts'
import type { JsonObject } from '../model/json.ts'
import { audit, execution, intent, issuer, outcome, plan, schemas, seller, sync, testBed } from './agent.fixture.ts'
import { type ServedAgent, type ServeOptions, serveGovernanceAgent } from './serve.ts'

const open: { close(): Promise<unknown> }[] = []

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

async function serve(more: Partial<ServeOptions> = {}): Promise<ServedAgent> {
  const served = await serveGovernanceAgent({ port: 0, agent: testBed().agent, ...more })
  open.push(served)
  return served
}

async function connect(url: string, token?: string): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' })
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const transport = new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } })
  await client.connect(transport as Transport)
  open.push(client)
  return client
}

async function call(client: Client, name: string, args: JsonObject): Promise<JsonObject> {
  const { structuredContent, content } = await client.callTool({ name, arguments: { ...args } })
  expect(JSON.parse((content as { text: string }[])[0]?.text ?? '')).toEqual(structuredContent)
  return structuredContent as JsonObject
}

async function get(url: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(url)
  return { status: response.status, body: await response.json() }
}

it('takes a purchase from plan to audit log over MCP', async () => {
  const client = await connect((await serve()).url)
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toEqual([
    'get_adcp_capabilities',
    'sync_plans',
    'check_governance',
    'report_plan_outcome',
    'get_plan_audit_logs',
  ])
  expect((await call(client, 'get_adcp_capabilities', {})).supported_protocols).toEqual(['governance'])
  await call(client, 'sync_plans', sync(plan()))
  const approved = await call(client, 'check_governance', intent(70000))
  const executed = await call(client, 'check_governance', execution(approved.governance_context as string))
  expect([approved.status, executed.status]).toEqual(['approved', 'approved'])
  expect((await call(client, 'report_plan_outcome', outcome(approved, 70000))).status).toBe('accepted')
  expect(await call(client, 'get_plan_audit_logs', audit())).toMatchObject({
    plans: [{ budget: { committed: 70000 } }],
  })
})

it('answers an error as a result that says so', async () => {
  const client = await connect((await serve()).url)
  const result = await client.callTool({ name: 'check_governance', arguments: { plan_id: 'x', context: { a: 1 } } })
  expect(result).toMatchObject({
    isError: true,
    structuredContent: { adcp_error: { code: 'INVALID_REQUEST', field: 'caller' }, context: { a: 1 } },
  })
  await expect(client.callTool({ name: 'create_media_buy', arguments: {} })).rejects.toThrow(/no tool/)
})

it('knows its callers by their tokens', async () => {
  const { url } = await serve({
    bearerTokens: new Map([
      ['b', 'buyer'],
      ['s', seller],
    ]),
  })
  const [buyer, selling] = [await connect(url, 'b'), await connect(url, 's')]
  await call(buyer, 'sync_plans', sync(plan({ approved_sellers: [seller] })))
  const { governance_context: token } = await call(buyer, 'check_governance', intent(70000))
  expect((await call(selling, 'check_governance', execution(token as string))).status).toBe('approved')
  expect(await call(selling, 'get_plan_audit_logs', audit())).toMatchObject({ adcp_error: { code: 'PLAN_NOT_FOUND' } })
  await expect(connect(url, 'nobody')).rejects.toThrow()
  const response = await fetch(url, { method: 'POST', body: '{}' })
  expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
})

it('publishes its key, its revocations and its brand', async () => {
  const { agent } = testBed()
  const { url } = await serve({ agent })
  const { body: jwks } = await get(new URL('/.well-known/jwks.json', url).href)
  expect(jwks).toMatchObject({ keys: [{ kid: 'gov-test', use: 'sig', key_ops: ['verify'] }] })
  agent.operator.revoke('jti_1')
  const { body: signed } = await get(new URL('/.well-known/governance-revocations.json', url).href)
  const { payload } = await flattenedVerify(signed as FlattenedJWS, createLocalJWKSet(jwks as JSONWebKeySet))
  expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({
    version: 1,
    issuer,
    updated: '2027-03-01T00:00:00.000Z',
    next_update: '2027-03-01T00:15:00.000Z',
    revoked_jtis: ['jti_1'],
    revoked_kids: [],
  })
  expect((await get(new URL('/.well-known/jwks-archive.json', url).href)).body).toEqual({ keys: [] })
  const { body: brand } = await get(new URL('/.well-known/brand.json', url).href)
  expect(brand).toMatchObject({ agents: [{ type: 'governance', url: issuer }] })
  expect((await schemas.load('brand.json'))?.validate(brand) ?? []).toEqual([])
  expect((await get(new URL('/.well-known/other.json', url).href)).status).toBe(404)
  expect((await fetch(new URL('/.well-known/jwks.json', url), { method: 'PUT' })).status).toBe(405)
})

it('refuses what is no MCP request', async () => {
  const { url } = await serve()
  const post = async (body: string, headers = {}) => (await fetch(url, { method: 'POST', body, headers })).status
  expect(await post('not json')).toBe(400)
  expect(await post('{}')).toBe(400)
  expect(await post('{}', { 'mcp-session-id': 'gone' })).toBe(404)
  expect(await post(`"${'x'.repeat(1024 * 1024)}"`)).toBe(413)
  expect((await get(new URL('/elsewhere', url).href)).status).toBe(404)
})

it('ends the oldest session when there are too many', async () => {
  const { url } = await serve()
  const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }
  const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } }
  const start = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params })
  const sessions: string[] = []
  for (let count = 0; count < 257; count += 1)
    sessions.push((await fetch(url, { method: 'POST', headers, body: start })).headers.get('mcp-session-id') ?? '')
  const ping = async (id = '') => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'ping' })
    return (await fetch(url, { method: 'POST', headers: { ...headers, 'mcp-session-id': id }, body })).status
  }
  expect([await ping(sessions[0]), await ping(sessions[1]), await ping(sessions[256])]).toEqual([404, 200, 200])
})

it('says which port is taken', async () => {
  const blocker = createServer()
  await new Promise<void>((done) => blocker.listen(0, '127.0.0.1', done))
  open.push({ close: () => new Promise((done) => blocker.close(done)) })
  const { port } = blocker.address() as AddressInfo
  await expect(serve({ port })).rejects.toThrow(UsageError)
  await expect(serve({ port })).rejects.toThrow(`port ${port} is in use`)
})
