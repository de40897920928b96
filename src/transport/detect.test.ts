import { expect, it } from 'vitest'
import { type A2aParts, a2aAgent, cardAt } from './a2a.fixture.ts'
import { started, stream } from './ask-one.fixture.ts'
import { detectProtocol } from './detect.ts'
import { agent, initialized, json, listen, options, result } from './loopback.fixture.ts'

const card = 'the agent has an agent card'
const initialize = 'the agent answered initialize'
const neither = 'neither an agent card nor an answer to initialize was found'
const quick = { limits: { callTimeoutMs: 200 } }

/** An A2A agent that refuses `initialize`, as such agents do. */
async function a2aOnly(parts: A2aParts = {}) {
  const error = { code: -32601, message: 'Method not found' }
  return await a2aAgent({ onMessage: (m, r) => json(r, { jsonrpc: '2.0', id: m.id, error }), ...parts })
}

it.each([
  ['https://a.example/mcp', 'mcp', 'the address ends in /mcp'],
  ['https://a.example/x/mcp/', 'mcp', 'the address ends in /mcp'],
  ['https://a.example/x/.well-known/agent-card.json', 'a2a', 'the address names an agent card'],
])('%s is taken at its word', async (url, protocol, because) => {
  expect(await detectProtocol(options(url))).toEqual({ protocol, because })
})

it.each(['/', '/agent', '/a2a/'])('an agent with a card speaks A2A at %s', async (path) => {
  const server = await a2aOnly()
  expect(await detectProtocol(options(`${server.origin}${path}`))).toEqual({ protocol: 'a2a', because: card })
})

it('so does one whose card cannot be used, and first contact says why', async () => {
  const server = await a2aOnly({ card: () => cardAt('https://elsewhere.example') })
  expect(await detectProtocol(options(`${server.origin}/`))).toEqual({ protocol: 'a2a', because: card })
})

it.each(['/', '/agent'])('an agent that answers initialize speaks MCP at %s', async (path) => {
  const server = await started(agent({ onCall: () => {} }))
  expect(await detectProtocol(options(`${server.origin}${path}`))).toEqual({ protocol: 'mcp', because: initialize })
})

it('at a path of its own, initialize says more than a card at the root', async () => {
  const server = await a2aAgent({
    onMessage: (m, r) =>
      json(r, result(m, { protocolVersion: '2025-06-18', capabilities: {}, serverInfo: { name: 'x', version: '1' } })),
  })
  expect(await detectProtocol(options(`${server.origin}/agent`))).toEqual({ protocol: 'mcp', because: initialize })
})

it.each([200, 401, 404, 500])('an address that answers everything with %i is taken for MCP', async (status) => {
  const server = await started(listen((_, r) => r.writeHead(status).end('{}')))
  expect(await detectProtocol(options(`${server.origin}/`))).toEqual({ protocol: 'mcp', because: neither })
})

it('does not wait for the stream that an MCP server opens instead of a card', async () => {
  const server = await started(
    listen((seen, r) => {
      if (seen.method === 'GET') return void stream(r)
      const message = JSON.parse(seen.body)
      if (message.method === 'initialize') return json(r, result(message, initialized))
      r.writeHead(202).end()
    }),
  )
  const before = Date.now()
  expect(await detectProtocol(options(`${server.origin}/`))).toEqual({ protocol: 'mcp', because: initialize })
  expect(Date.now() - before).toBeLessThan(2_000)
})

it('is found out by at most one question where nothing answers', async () => {
  const server = await started(listen(() => {}))
  const found = { protocol: 'mcp', because: 'nothing answered' }
  expect(await detectProtocol(options(`${server.origin}/`, quick))).toEqual(found)
  expect(await detectProtocol(options(`${server.origin}/x`, quick))).toEqual(found)
  expect(server.seen).toHaveLength(2)
  await server.close()
  expect(await detectProtocol(options(`${server.origin}/`, quick))).toEqual(found)
})
