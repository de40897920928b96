import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../model/json.ts'
import { askOne, type OnCall, started, stream } from './ask-one.fixture.ts'
import { openMcp } from './index.ts'
import { agent, event, initialized, json, listen, options, result } from './loopback.fixture.ts'

const inJson = { 'content-type': 'application/json' }

describe('the size of a reply', () => {
  it('is limited although the body has no end', async () => {
    let written = 0
    const exchange = await askOne((_, r) => {
      r.writeHead(200, inJson)
      const chunk = Buffer.alloc(64 * 1024, '[')
      const more = (): void => {
        while (written < 200 * 1024 * 1024 && !r.destroyed) {
          written += chunk.length
          if (!r.write(chunk)) return void r.once('drain', more)
        }
      }
      more()
    })
    const message = 'the answer is larger than 8,388,608 bytes; reading stopped there'
    expect(exchange.reply).toEqual({ kind: 'unreachable', cause: 'too_large', message })
    const call = exchange.http.at(-1)
    expect(call?.failure).toBe(message)
    expect(call?.responseBytes).toBeLessThan(9 * 1024 * 1024)
    expect(written).toBeLessThan(40 * 1024 * 1024)
  })

  it.each<[string, OnCall]>([
    ['a JSON body', (_, r) => json(r, 'x'.repeat(2_000))],
    ['an event stream', (_, r) => stream(r).write(`data: ${'x'.repeat(2_000)}`)],
    [
      'a compressed body, decoded',
      (_, r) =>
        r.writeHead(200, { ...inJson, 'content-encoding': 'gzip' }).end(gzipSync(JSON.stringify('x'.repeat(100_000)))),
    ],
  ])('counts %s', async (_, onCall) => {
    const limits = { callTimeoutMs: 5_000, maxBodyBytes: 1_000 }
    expect((await askOne(onCall, { limits })).reply).toMatchObject({ cause: 'too_large' })
  })

  it('is limited in depth too', async () => {
    const nested = (levels: number) => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`
    const deep = `{"jsonrpc":"2.0","id":1,"result":{"structuredContent":${nested(100_000)}}}`
    const { reply } = await askOne((_, r) => r.writeHead(200, inJson).end(deep))
    expect(reply).toMatchObject({ kind: 'unreachable', cause: 'not_protocol' })
    const inText = (m: JsonObject, levels: number) => result(m, { content: [{ type: 'text', text: nested(levels) }] })
    expect((await askOne((m, r) => json(r, inText(m, 300)))).reply).toMatchObject({ extraction: { path: 'none' } })
    expect((await askOne((m, r) => json(r, inText(m, 200)))).reply).toMatchObject({
      extraction: { path: 'text_fallback' },
    })
  })
})

it('does not answer pings without end', async () => {
  const pings = Array.from({ length: 1_000 }, (_, id) => event({ jsonrpc: '2.0', id: `p${id}`, method: 'ping' }))
  const server = await started(
    listen((seen, r) => {
      const message = seen.body === '' ? {} : JSON.parse(seen.body)
      if (message.method === 'initialize') return json(r, result(message, initialized))
      if (message.method !== 'tools/call') return void r.writeHead(202).end()
      stream(r).write(pings.join(''))
      setTimeout(() => r.end(event(result(message, { structuredContent: { a: 1 } }))), 50)
    }),
  )
  const line = await openMcp(options(server.url))
  const { reply, http } = await line.call({ task: 't', arguments: {} })
  await line.close()
  expect(reply).toMatchObject({ kind: 'task', payload: { a: 1 } })
  expect(http).toHaveLength(22)
  expect(server.seen.length).toBeLessThanOrEqual(22)
})

it('names a flood of pings when no answer comes', async () => {
  const pings = Array.from({ length: 1_000 }, (_, id) => event({ jsonrpc: '2.0', id: `p${id}`, method: 'ping' }))
  const server = await started(
    listen((seen, r) => {
      const message = seen.body === '' ? {} : JSON.parse(seen.body)
      if (message.method === 'initialize') return json(r, result(message, initialized))
      if (message.method !== 'tools/call') return void r.writeHead(202).end()
      stream(r).write(pings.join(''))
    }),
  )
  const line = await openMcp(options(server.url, { limits: { callTimeoutMs: 200 } }))
  const { reply } = await line.call({ task: 't', arguments: {} })
  await line.close()
  const flood = 'the agent sent more than 20 requests of its own, such as pings, beneath one call'
  const message = `the agent gave no complete answer within 0.2 s: ${flood}`
  expect(reply).toEqual({ kind: 'unreachable', cause: 'not_protocol', message })
})

describe('the deadline', () => {
  it.each<[string, OnCall]>([
    ['never answers', () => {}],
    ['drips a JSON body', (_, r) => drip(r.writeHead(200, inJson))],
    ['drips an event stream', (_, r) => drip(stream(r))],
    ['only keeps an event stream alive', (_, r) => drip(stream(r), ': ping\n\n')],
    ['drips an error body', (_, r) => drip(r.writeHead(500, { 'content-type': 'text/plain' }))],
  ])('cuts off an agent that %s', async (_, onCall) => {
    let cut = false
    const watched: OnCall = (message, response) => {
      response.on('close', () => {
        cut = true
      })
      onCall(message, response)
    }
    const server = await started(agent({ onCall: watched }))
    const line = await openMcp(options(server.url, { limits: { callTimeoutMs: 150 } }))
    const { reply, durationMs, http } = await line.call({ task: 't', arguments: {} })
    const message = 'the agent gave no complete answer within 0.15 s'
    expect(reply).toEqual({ kind: 'unreachable', cause: 'timeout', message })
    expect(http.at(-1)).toMatchObject({ method: 'POST', failure: message })
    expect(durationMs).toBeGreaterThanOrEqual(140)
    expect(durationMs).toBeLessThan(1_000)
    await expect.poll(() => cut).toBe(true)
    await line.close()
    await expect.poll(() => server.openSockets()).toBe(0)
  })
})

it('interrupts a call, and sends nothing after', async () => {
  const server = await started(agent({ onCall: () => {} }))
  const stop = new AbortController()
  const line = await openMcp(options(server.url, { signal: stop.signal }))
  setTimeout(() => stop.abort('SIGINT'), 50)
  const message = 'the run was ended before the agent had answered'
  const interrupted = { kind: 'unreachable', cause: 'interrupted', message }
  expect((await line.call({ task: 't', arguments: {} })).reply).toEqual(interrupted)
  expect((await line.call({ task: 'u', arguments: {} })).reply).toEqual(interrupted)
  await line.close()
  expect(server.asked()).toEqual(['initialize', 'notifications/initialized', 'tools/call'])
})

function drip(response: ServerResponse, text = 'x'): void {
  const timer = setInterval(() => response.write(text), 20)
  response.on('close', () => clearInterval(timer))
}
