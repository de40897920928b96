import { expect, it } from 'vitest'
import { callbacksFor } from './callbacks.ts'

const clock = { now: () => 0 }
const ids = { uuid: () => crypto.randomUUID(), opaque: () => 'x' }
const remote = 'https://agent.example.com/mcp'

it('offers a receiver on this machine only to an agent on this machine', () => {
  expect(callbacksFor('http://127.0.0.1:4000/mcp', { clock, ids }).offered).toBe(true)
  expect(callbacksFor(remote, { clock, ids })).toEqual({
    offered: false,
    why: 'the agent is not on this machine and cannot reach a receiver on it: give an address that leads here with --webhook-url',
  })
})

it('offers a public one to every agent, and none when told so', () => {
  const webhooks = { kind: 'public', url: 'https://hooks.example.com', host: '127.0.0.1', port: 0 } as const
  expect(callbacksFor(remote, { clock, ids, webhooks }).offered).toBe(true)
  expect(callbacksFor('http://localhost:1/mcp', { clock, ids, webhooks: { kind: 'off' } })).toEqual({
    offered: false,
    why: 'this run hosts no webhook receiver',
  })
})

it('gives out addresses that are new for each run', async () => {
  const callbacks = callbacksFor('http://localhost:1/mcp', { clock, ids })
  if (!callbacks.offered) throw new Error('no receiver is offered')
  const [one, two] = await Promise.all([callbacks.open(), callbacks.open()])
  await Promise.all([one.close(), two.close()])
  expect(new URL(one.baseFor('b')).pathname).not.toBe(new URL(two.baseFor('b')).pathname)
})
