import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { makeBundle } from '../evidence/make-bundle.ts'
import { openBundle } from '../evidence/open-bundle.ts'
import { verifyBundle } from '../evidence/verify-bundle.ts'
import type { JsonObject } from '../model/json.ts'
import { httpOutbound } from '../reference/seller/http-outbound.ts'
import { type Outbound, OutOfReach } from '../reference/seller/outbound.ts'
import { buy, endings, list, recordedSellerRun, registered, sellerRun } from './seller-run.fixture.ts'

const unavailable = { adcp_error: { code: 'GOVERNANCE_UNAVAILABLE', message: 'Nobody answers.' } }
const synced = { accounts: [{ account: { account_id: 'a' }, status: 'synced', action: 'created' }] }
const steps = [...registered, buy(), list('later')]

/** Sets the account up, registers what it is told to, and never asks anybody. */
async function neverTries(task: string): Promise<{ payload: JsonObject; isError: boolean }> {
  const isSetup = task === 'sync_accounts' || task === 'sync_governance'
  return isSetup ? { payload: synced, isError: false } : { payload: unavailable, isError: true }
}

/** Whatever it asks stays within its own network. */
function cutOff(usual: Outbound): Outbound {
  const inside = () => Promise.reject(new OutOfReach('firewall'))
  return { ...usual, check: inside, document: inside }
}

describe('a seller that says GOVERNANCE_UNAVAILABLE and has never asked', () => {
  it('is graded when it says so before it has been told whom to ask', async () => {
    const report = await sellerRun(steps, { handle: async () => ({ payload: unavailable, isError: true }) })
    expect(endings(report)).toEqual([
      expect.stringMatching(/^accounts failed/),
      expect.stringMatching(/^register blocked (prerequisite_failed|peer_unreachable)/),
      expect.stringMatching(/^buy blocked/),
      expect.stringMatching(/^later (blocked|failed)/),
    ])
    expect(report.verdict.status).toBe('nonconformant')
  }, 30_000)

  it('is graded for what it need not ask about', async () => {
    const report = await sellerRun([...registered, list('reads'), buy()], { handle: neverTries })
    expect(endings(report).slice(2)).toEqual([
      expect.stringMatching(/^reads failed/),
      expect.stringMatching(/^buy blocked peer_unreachable: .*nothing from it has ever reached .*--public-url/),
    ])
    expect(report.verdict.status).toBe('nonconformant')
  }, 30_000)

  it('is not blamed on this machine, where it may be in a box of its own: nobody can tell', async () => {
    const report = await sellerRun(steps, { outbound: cutOff })
    expect(endings(report).slice(2)).toEqual([
      expect.stringMatching(/^buy blocked peer_unreachable: .*--public-url, or, .*--peer-tls/),
      expect.stringMatching(/^later blocked peer_unreachable/),
    ])
    expect(report.verdict.status).toBe('incomplete')
  }, 30_000)

  it('is graded when the public address leads here: it could have asked', async () => {
    const report = await sellerRun(steps, { handle: neverTries, peer: await atPublicAddress() })
    expect(endings(report).slice(2)).toEqual([
      expect.stringMatching(/^buy failed/),
      expect.stringMatching(/^later (blocked prerequisite_failed|failed)/),
    ])
    expect(report.verdict.status).toBe('nonconformant')
  }, 30_000)

  it('is not blamed when the public address leads nowhere that is known', async () => {
    const peer = { ...(await atPublicAddress()), publicUrl: 'https://127.0.0.1:1' }
    const report = await sellerRun(steps, { outbound: cutOff, peer })
    expect(endings(report)[2]).toMatch(/^buy blocked peer_unreachable/)
    expect(report.verdict.status).toBe('incomplete')
  }, 30_000)
})

it.each([
  ['on this machine', false],
  ['behind a public address', true],
])(
  'a seller that does not trust the certificate is not blamed: it has knocked (%s)',
  async (_where, isPublic) => {
    const untrusting = () => httpOutbound({ loopback: true, timeoutMs: 500 })
    const peer = isPublic ? { peer: await atPublicAddress() } : {}
    const report = await sellerRun([...registered, buy()], { outbound: untrusting, ...peer })
    expect(endings(report)[2]).toMatch(
      /^buy blocked peer_unreachable: .* opened to .* given up before anything was asked, as when its certificate is not trusted.*--peer-tls and --peer-ca/,
    )
  },
  30_000,
)

it('says so in its record, from which the same is derived again', async () => {
  const recorded = await recordedSellerRun(steps, { outbound: cutOff })
  const found = await verifyBundle(await openBundle((await makeBundle(recorded)).bytes))
  expect(found).toMatchObject({ status: 'same', report: { verdict: { status: 'incomplete' } } })
}, 30_000)

it('names the port that is taken, and what to do', async () => {
  const taken = createServer()
  await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done))
  const { port } = taken.address() as { port: number }
  await expect(sellerRun(registered, { peer: { port } })).rejects.toThrow(
    `the hosted governance agent cannot listen on 127.0.0.1:${port}: something else listens there already. Name another port with --peer-port`,
  )
  await new Promise((done) => taken.close(done))
}, 30_000)

/** An address that leads to the hosted agent; here, the very place where it listens. */
async function atPublicAddress() {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  await new Promise((done) => server.close(done))
  return { tls: true, port, publicUrl: `https://127.0.0.1:${port}` }
}
