import { expect, it } from 'vitest'
import { PeerWatch } from './peer-watch.ts'

const request = {
  at: '2027-01-01T00:00:00.000Z',
  method: 'POST',
  path: '/mcp',
  headers: { host: 'x' },
  credential: 'none',
  body: 'hello',
} as const

/** A hosted agent that keeps so many requests. */
function hosted(most = 100) {
  const kept: { readonly order: number }[] = []
  let received = 0
  return {
    requests: () => kept.map((one) => ({ ...request, ...one })),
    received: () => received,
    come(more: object = {}) {
      received += 1
      if (kept.length < most) kept.push({ ...more, order: received })
    },
  }
}

it('tells in which step a request came, and whether the seller had answered', () => {
  const peer = hosted()
  const watch = new PeerWatch(peer)
  peer.come()
  watch.begin('first')
  peer.come()
  watch.answered()
  peer.come()
  watch.begin('second')
  peer.come()
  const { requests, begun, isCut } = watch.evidence()
  expect(requests.map(({ order, step, beforeAnswer }) => [order, step, beforeAnswer])).toEqual([
    [2, 'first', true],
    [3, 'first', false],
    [4, 'second', true],
  ])
  expect({ begun, isCut }).toEqual({ begun: ['first', 'second'], isCut: false })
})

it('says when not all was kept', () => {
  const peer = hosted(1)
  const watch = new PeerWatch(peer)
  watch.begin('only')
  peer.come()
  expect(watch.evidence().isCut).toBe(false)
  peer.come()
  expect(watch.evidence().isCut).toBe(true)
})

it('reports a call by its arguments and the hash of its token, and the body of what is no call', () => {
  const peer = hosted()
  const watch = new PeerWatch(peer)
  watch.begin('only')
  const governanceContextHash = 'sha256:ba7816bf'
  peer.come({ tool: 'check_governance', arguments: { governance_context: 'abc' }, governanceContextHash })
  peer.come({ problem: 'no JSON', bodySha256: 'ab' })
  const common = { at: request.at, method: 'POST', path: '/mcp', presented: 'none', beforeAnswer: true }
  expect(watch.since('only')).toEqual([
    {
      ...common,
      order: 1,
      tool: 'check_governance',
      arguments: { governance_context: 'abc' },
      governanceContextHash,
    },
    { ...common, order: 2, problem: 'no JSON', body: 'hello' },
  ])
  expect(watch.since('other')).toEqual([])
})
