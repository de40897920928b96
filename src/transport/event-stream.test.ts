import { describe, expect, it } from 'vitest'
import { askOne, type OnCall, started, stream } from './ask-one.fixture.ts'
import { openMcp } from './index.ts'
import { agent, event, initialized, json, listen, options, result } from './loopback.fixture.ts'

describe('an event stream', () => {
  it('gives its answer at once, and is cut off when the agent never ends it', async () => {
    let cut = false
    const server = await started(
      agent({
        onCall: (m, r) => {
          r.on('close', () => {
            cut = true
          })
          stream(r).write(event(result(m, { structuredContent: { a: 1 } })))
        },
      }),
    )
    const line = await openMcp(options(server.url))
    const { reply, durationMs } = await line.call({ task: 't', arguments: {} })
    expect(reply).toMatchObject({ kind: 'task', payload: { a: 1 } })
    expect(durationMs).toBeLessThan(200)
    await expect.poll(() => cut).toBe(true)
    await line.close()
  })

  it('may hold notifications, comments and answers to other requests', async () => {
    const { reply } = await askOne((m, r) => {
      stream(r).write(': hello\r\nid: 1\r\nretry: 1\r\ndata:\r\n\r\n')
      r.write(event({ jsonrpc: '2.0', method: 'notifications/message', params: { level: 'info', data: 'x' } }))
      r.write(event({ jsonrpc: '2.0', id: 99, result: {} }))
      r.write('data: not JSON\n\n')
      r.end(event(result(m, { structuredContent: { a: 1 } })))
    })
    expect(reply).toMatchObject({ kind: 'task', payload: { a: 1 } })
  })

  it('may hold a ping, which is answered in the middle of the call', async () => {
    let waiting: (() => void) | undefined
    const server = await started(
      listen((seen, response) => {
        const message = seen.body === '' ? {} : JSON.parse(seen.body)
        if (message.method === 'initialize') return json(response, result(message, initialized))
        if (message.id === 'ping-1') waiting?.()
        if (message.method !== 'tools/call') return void response.writeHead(202).end()
        stream(response).write(event({ jsonrpc: '2.0', id: 'ping-1', method: 'ping' }))
        waiting = () => response.end(event(result(message, { structuredContent: { a: 1 } })))
      }),
    )
    const line = await openMcp(options(server.url))
    const { reply } = await line.call({ task: 't', arguments: {} })
    await line.close()
    expect(reply).toMatchObject({ kind: 'task', payload: { a: 1 } })
  })

  const end = 'the agent ended its event stream without an answer'
  it.each<[string, OnCall, object]>([
    ['ends without an event', (_, r) => stream(r).end(), { cause: 'closed', message: end }],
    [
      'ends without the answer',
      (_, r) => stream(r).end('retry: 1\nid: 7\ndata: {"x":1}\n\n'),
      { cause: 'not_protocol', message: `${end}; its last event was "{\\"x\\":1}"` },
    ],
    [
      'is reset',
      (_, r) => stream(r).write('retry: 1\nid: 7\ndata:\n\ndata: {"x":', () => r.destroy()),
      { cause: 'closed', message: 'the agent closed the connection before it had answered (ECONNRESET)' },
    ],
  ])('is not taken up again when it %s', async (_, onCall, reply) => {
    const server = await started(agent({ onCall, sessionId: 's' }))
    const line = await openMcp(options(server.url))
    const exchange = await line.call({ task: 't', arguments: {} })
    await new Promise((resolve) => setTimeout(resolve, 50))
    await line.close()
    expect(exchange.reply).toEqual({ kind: 'unreachable', ...reply })
    expect(server.asked()).toEqual(['initialize', 'notifications/initialized', 'tools/call', 'DELETE'])
  })
})
