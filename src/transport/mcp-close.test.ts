import type { ServerResponse } from 'node:http'
import { expect, it } from 'vitest'
import { started } from './ask-one.fixture.ts'
import { Goodbyes } from './goodbyes.ts'
import { openMcp } from './index.ts'
import { agent, json, options, result } from './loopback.fixture.ts'

it('ends the session with its id, once', async () => {
  const server = await started(agent({ onCall: (m, r) => json(r, result(m, {})), sessionId: 's-1' }))
  const line = await openMcp(options(server.url, { headers: { Authorization: 'Bearer t' } }))
  await line.call({ task: 't', arguments: {} })
  await line.close()
  await line.close()
  expect(server.asked()).toEqual(['initialize', 'notifications/initialized', 'tools/call', 'DELETE'])
  expect(server.seen.map(({ headers }) => headers['mcp-session-id'])).toEqual([undefined, 's-1', 's-1', 's-1'])
  expect(new Set(server.seen.map(({ headers }) => headers.authorization))).toEqual(new Set(['Bearer t']))
})

it('ends no session that the agent did not open', async () => {
  const server = await started(agent({ onCall: () => {} }))
  await (await openMcp(options(server.url))).close()
  expect(server.asked()).toEqual(['initialize', 'notifications/initialized'])
})

it('interrupts the call that is on the wire', async () => {
  const server = await started(agent({ onCall: () => {} }))
  const line = await openMcp(options(server.url))
  const [exchange] = await Promise.all([line.call({ task: 't', arguments: {} }), line.close()])
  expect(exchange.reply).toMatchObject({ kind: 'unreachable', cause: 'interrupted' })
})

it.each<[string, (response: ServerResponse) => void]>([
  ['drops the connection', (r) => r.destroy()],
  ['does not allow it', (r) => r.writeHead(405).end()],
  ['redirects it', (r) => r.writeHead(307, { location: '/elsewhere' }).end()],
])('does not mind an agent that %s on DELETE', async (_, onDelete) => {
  const server = await started(agent({ onCall: () => {}, onDelete, sessionId: 's-1' }))
  await (await openMcp(options(server.url))).close()
  expect(server.asked().filter((method) => method === 'DELETE')).toHaveLength(1)
  await expect.poll(() => server.openSockets()).toBe(0)
})

it('waits two seconds at most for the session to end', async () => {
  const server = await started(agent({ onCall: () => {}, onDelete: () => {}, sessionId: 's-1' }))
  const line = await openMcp(options(server.url))
  const before = Date.now()
  await line.close()
  expect(Date.now() - before).toBeLessThan(2_500)
  await expect.poll(() => server.openSockets()).toBe(0)
})

it('waits once for an agent that lets goodbyes hang, and a tenth of a second after that', async () => {
  const server = await started(agent({ onCall: () => {}, onDelete: () => {}, sessionId: 's-1' }))
  const goodbyes = new Goodbyes()
  const closing = async () => {
    const line = await openMcp(options(server.url, { goodbyes }))
    const before = Date.now()
    await line.close()
    return Date.now() - before
  }
  expect(await closing()).toBeGreaterThan(1_900)
  expect(await closing()).toBeLessThan(600)
  expect(server.asked().filter((method) => method === 'DELETE')).toHaveLength(2)
})

it('goes on waiting for an agent that answers goodbyes', async () => {
  const server = await started(agent({ onCall: () => {}, sessionId: 's-1' }))
  const goodbyes = new Goodbyes()
  await (await openMcp(options(server.url, { goodbyes }))).close()
  expect(goodbyes.waitMs).toBe(2_000)
})
