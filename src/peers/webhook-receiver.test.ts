import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UsageError } from '../errors.ts'
import type { WebhookReceiver } from '../model/webhook.ts'
import { openWebhookReceiver } from './webhook-receiver.ts'

const clock = { now: () => Date.parse('2027-01-01T00:00:00Z') }
const { signal } = new AbortController()
let receiver: WebhookReceiver

function ids() {
  let made = 0
  return () => `id-${++made}`
}

beforeEach(async () => {
  receiver = await openWebhookReceiver({ mode: { kind: 'loopback' }, clock, newId: ids() })
})
afterEach(() => receiver.close())

function post(url: string, body = '{"a":1}', init: RequestInit = {}) {
  return fetch(url, { method: 'POST', body, ...init })
}

it('gives each step an address of its own, the same each time, that nobody can guess', () => {
  const { url, operationId } = receiver.addressFor('board', 'step one')
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/id-1\/board\/board\/step\/step%20one\/id-2$/)
  expect(operationId).toBe('id-2')
  expect(receiver.addressFor('board', 'step one').url).toBe(url)
  expect(receiver.addressFor('other', 'step one').url).not.toBe(url)
  expect([receiver.gaveOut('board', 'step one'), receiver.gaveOut('board', 'two')]).toEqual([true, false])
})

it('keeps what comes, as it came, at the place where it belongs', async () => {
  const { url } = receiver.addressFor('board', 'step')
  const headers = { 'content-type': 'application/json', 'x-own': 'yes' }
  expect((await post(`${url}?b=2&a=1`, '{"a": 1}', { headers })).status).toBe(200)
  expect(receiver.deliveries({ storyboard: 'board', step: 'step' })).toMatchObject([
    {
      storyboard: 'board',
      step: 'step',
      receivedAt: '2027-01-01T00:00:00.000Z',
      method: 'POST',
      url: `${url}?b=2&a=1`,
      body: '{"a": 1}',
      payload: { a: 1 },
      answered: 200,
      headers: { 'content-type': 'application/json', 'x-own': 'yes' },
    },
  ])
  expect(receiver.deliveries({ storyboard: 'board' })).toHaveLength(1)
  expect(receiver.deliveries({ storyboard: 'board', step: 'other' })).toEqual([])
})

it('takes what comes below the base of a storyboard', async () => {
  await post(`${receiver.baseFor('board')}/anything`)
  expect(receiver.deliveries({ storyboard: 'board' })).toHaveLength(1)
})

it('joins headers that come twice, which a signature may cover', async () => {
  const { url } = receiver.addressFor('board', 'step')
  await new Promise((resolve) => {
    const sent = httpRequest(url, { method: 'POST', headers: { 'content-type': ['application/json', 'text/plain'] } })
    sent.on('response', (response) => response.resume().on('end', resolve))
    sent.end('{}')
  })
  expect(receiver.deliveries({ storyboard: 'board' })[0]?.headers['content-type']).toBe('application/json, text/plain')
})

describe('tells nothing', () => {
  it('to who was given no address', async () => {
    const { url } = receiver.addressFor('board', 'step')
    const { origin } = new URL(url)
    const statuses = [origin, `${origin}/id-9/board/board`, `${url}/deeper/../../..`, `${url.slice(0, -1)}`].map(
      async (one) => (await post(one)).status,
    )
    expect((await Promise.all(statuses)).slice(0, 2)).toEqual([404, 404])
    expect(receiver.deliveries({ storyboard: 'board', step: 'step' })).toEqual([])
  })

  it('to who only looks', async () => {
    const { url } = receiver.addressFor('board', 'step')
    expect((await fetch(url)).status).toBe(405)
    expect(receiver.deliveries({ storyboard: 'board' })).toEqual([])
  })
})

describe('keeps to its limits', () => {
  it.each<[string, string | Buffer<ArrayBuffer>, string]>([
    ['too large', 'x'.repeat(256 * 1024 + 1), 'the body is larger than 262144 bytes'],
    ['no JSON', '<event/>', 'the body is no JSON'],
    ['not UTF-8', Buffer.from([0xff, 0xfe]), 'the body is not UTF-8'],
    ['empty', '', 'the body is no JSON'],
  ])('says that a body is %s', async (_name, body, problem) => {
    const { url } = receiver.addressFor('board', 'step')
    await fetch(url, { method: 'POST', body }).catch(() => undefined)
    const [delivery] = await receiver.wait({ storyboard: 'board' }, (all) => all.length > 0, 1_000, signal)
    expect(delivery).toMatchObject({ problem, answered: 400 })
    expect(delivery).not.toHaveProperty('payload')
  })

  it('takes 100 deliveries at one address', async () => {
    const { url } = receiver.addressFor('board', 'step')
    const statuses: number[] = []
    for (let at = 0; at < 102; at += 1) statuses.push((await post(url)).status)
    expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([100, 429])
    expect((await post(receiver.addressFor('board', 'other').url)).status).toBe(200)
  })
})

it('turns the first deliveries to a step away, and only those', async () => {
  const { url } = receiver.addressFor('board', 'step')
  receiver.failFirst('board', 'step', 2, 503)
  const statuses = [
    await post(receiver.addressFor('board', 'other').url),
    await post(url),
    await post(url),
    await post(url),
  ]
  expect(statuses.map(({ status }) => status)).toEqual([200, 503, 503, 200])
})

describe('waits', () => {
  const place = { storyboard: 'board', step: 'step' }

  it('until enough has come', async () => {
    const { url } = receiver.addressFor('board', 'step')
    const waiting = receiver.wait(place, (all) => all.length === 2, 5_000, signal)
    await post(url)
    await post(url)
    expect(await waiting).toHaveLength(2)
    expect(await receiver.wait(place, (all) => all.length === 2, 5_000, signal)).toHaveLength(2)
  })

  it('no longer than it may, and no longer than the run', async () => {
    expect(await receiver.wait(place, () => false, 20, signal)).toEqual([])
    expect(await receiver.wait(place, () => false, 60_000, AbortSignal.timeout(20))).toEqual([])
    expect(await receiver.wait(place, () => false, 60_000, AbortSignal.abort())).toEqual([])
  })
})

it('closes though a sender holds its connection open', async () => {
  const { port } = new URL(receiver.baseFor('board'))
  const socket = connect(Number(port), '127.0.0.1')
  socket.on('error', () => undefined)
  await new Promise((resolve) => socket.on('connect', resolve))
  socket.write('POST / HTTP/1.1\r\n')
  const closed = new Promise((resolve) => socket.on('close', resolve))
  await receiver.close()
  await closed
})

describe('behind a public address', () => {
  const open = (url: string, port: number) =>
    openWebhookReceiver({ mode: { kind: 'public', url, host: '127.0.0.1', port }, clock, newId: ids() })

  it('gives that address out, and knows it again behind a proxy with a path of its own', async () => {
    const behind = await open('https://hooks.example.com/ci', 0)
    try {
      expect(behind.addressFor('b', 's').url).toBe('https://hooks.example.com/ci/id-1/board/b/step/s/id-2')
    } finally {
      await behind.close()
    }
  })

  it('says which port is taken, and what to do', async () => {
    const { port } = new URL(receiver.baseFor('board'))
    const opened = open('https://hooks.example.com', Number(port))
    await expect(opened).rejects.toThrow(UsageError)
    await expect(opened).rejects.toThrow(`127.0.0.1:${port} (EADDRINUSE). Choose another --webhook-port`)
  })
})
