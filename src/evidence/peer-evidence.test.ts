import { describe, expect, it } from 'vitest'
import type { Json } from '../model/json.ts'
import { conformantSeller } from '../reference/seller/parts.ts'
import { buy, list, recordedSellerRun, registered, type SellerRunOptions } from '../run/seller-run.fixture.ts'
import { unpack } from './container.ts'
import { makeBundle } from './make-bundle.ts'
import { openBundle } from './open-bundle.ts'
import { forged } from './recorded-run.fixture.ts'
import { replayBundle } from './replay-bundle.ts'
import { type Verification, verifyBundle } from './verify-bundle.ts'

const asked = [
  { check: 'gov_peer_called' },
  { check: 'gov_peer_before_commit' },
  { check: 'gov_peer_headers' },
  { check: 'gov_peer_request', path: 'governance_context', equals_sent: 'governance_context' },
] as const
const steps = [
  ...registered,
  list('before'),
  buy({ id: 'bought', peer: 'approve', validations: [...asked] }),
  buy({ id: 'denied', peer: 'deny', gov_reply: 'error', validations: [{ check: 'gov_peer_called' }] }),
  list('after', { check: 'gov_read_back', media_buy: 'present', before: 'before' }),
]

async function recorded(options: SellerRunOptions = {}, written = steps) {
  const run = await recordedSellerRun(written, options)
  return { run, bytes: (await makeBundle(run)).bytes }
}

async function verified(bytes: Uint8Array): Promise<Verification> {
  return verifyBundle(await openBundle(bytes))
}

const same = { status: 'same', differences: [], strays: [], settled: [] }

describe('a run with a hosted governance agent', () => {
  it('is derived again from what that agent saw, and tells what it said', async () => {
    const { run, bytes } = await recorded()
    expect(run.report.verdict.status).toBe('conformant')
    expect(await verified(bytes)).toMatchObject(same)
    const bundle = await openBundle(bytes)
    const { before, now } = await replayBundle(bundle)
    expect(now.verdict).toEqual(before.verdict)
    const answers = bundle.journal.peerRequests.map(({ path, said }) => [path, Object.keys((said ?? {}) as object)])
    expect(answers).toContainEqual(['/.well-known/jwks.json', ['document']])
    expect(answers).toContainEqual(['/mcp', ['result', 'is_error']])
    expect(bundle.journal.peerRequests.every(({ bodySha256 = '' }) => /^[0-9a-f]{64}$|^$/.test(bodySha256))).toBe(true)
  }, 30_000)

  it('holds neither what the seller was registered with nor the signature of any token', async () => {
    const { run, bytes } = await recorded()
    const text = [...unpack(bytes).values()].join('\n')
    const tokens = JSON.stringify(run.journal).match(/[\w-]{20,}\.[\w-]{20,}\.[\w-]{20,}/g) ?? []
    const secrets = [...run.secrets, ...tokens.map((token) => token.split('.')[2] ?? '')]
    expect(secrets.filter((secret) => secret.length === 72)).toHaveLength(1)
    expect(tokens.length).toBeGreaterThan(4)
    expect(secrets.filter((secret) => secret.length >= 8 && text.includes(secret))).toEqual([])
  }, 30_000)

  it('is derived again where the seller never asks', async () => {
    const parts = { ...conformantSeller, clear: async ({ planned }: never) => ({ planned, nextCheck: undefined }) }
    const { run, bytes } = await recorded({ parts: parts as never })
    expect(run.report.verdict.status).toBe('nonconformant')
    expect(await verified(bytes)).toMatchObject(same)
  }, 30_000)

  it('is derived again but for a token that the seller changed: two hashes are taken as recorded', async () => {
    const { run, bytes } = await recorded({
      outbound: (usual) => ({
        ...usual,
        check: (agent, args) => usual.check(agent, { ...args, governance_context: `${args.governance_context}x` }),
      }),
    })
    expect(run.report.verdict.status).toBe('nonconformant')
    expect(await verified(bytes)).toMatchObject({ status: 'partly', differences: [], strays: [] })
  }, 30_000)
})

it('keeps a body that is no JSON, and grades it', async () => {
  const seen: string[] = []
  const { run, bytes } = await recorded(
    {
      peer: {},
      handle: async (task, args) => {
        if (task === 'sync_governance') seen.push(JSON.stringify(args).match(/http:[^"]*mcp/)?.[0] ?? '')
        if (task === 'create_media_buy')
          await fetch(seen[0] ?? '', { method: 'POST', body: `${'x'.repeat(3000)}\ud800` })
        const accounts = [{ account: { account_id: 'a' }, status: 'synced', action: 'created' }]
        return { payload: { accounts, media_buy_id: 'm', packages: [] }, isError: false }
      },
    },
    [...registered, buy()],
  )
  const [, , bought] = run.report.storyboards.flatMap(({ phases }) => phases.flatMap((phase) => phase.steps))
  expect(bought).toMatchObject({ verdict: { status: 'failed' }, peerCalls: [{ problem: 'the body is no JSON' }] })
  expect(await verified(bytes)).toMatchObject(same)
}, 30_000)

describe('a forger who mends all digests', () => {
  const lines = (files: Map<string, string>, change: (line: string) => string) =>
    files.set('exchanges.ndjson', (files.get('exchanges.ndjson') ?? '').split('\n').map(change).join('\n'))

  it.each<[string, (files: Map<string, string>) => unknown]>([
    ['what the seller asked', (files) => edit(files, (text) => text.replace(/check_governance/, 'check_governanct'))],
    ['whether it presented its credential', (files) => edit(files, (text) => text.replace('"expected"', '"other"'))],
    ['a request more', (files) => requests(files, (all) => [...all, { ...all[0], order: 999 }])],
    ['a request less', (files) => requests(files, (all) => all.filter(({ path }) => path !== '/mcp'))],
    [
      'how many requests had come',
      (files) => lines(files, (line) => line.replace(/"received":(?=[^0])/, '"received":1')),
    ],
    ['a token that was not made', (files) => lines(files, (line) => (line.includes('"peer_token"') ? '' : line))],
  ])(
    'cannot change %s',
    async (_what, change) => {
      const { bytes } = await once
      expect(await statusOf(forged(bytes, (files) => void change(files)))).toMatch(/^differs|^refused/)
    },
    30_000,
  )

  const once = recorded()

  function edit(files: Map<string, string>, change: (text: string) => string) {
    files.set('peer.json', change(files.get('peer.json') ?? ''))
  }

  function requests(files: Map<string, string>, change: (all: { path?: string }[]) => object[]) {
    edit(files, (text) => JSON.stringify(change(JSON.parse(text) as { path?: string }[]) as unknown as Json))
  }
})

it('refuses a bundle of which one byte of what the agent saw is another', async () => {
  const { bytes } = await recorded()
  const packed = Buffer.from(bytes)
  const at = packed.indexOf('peer.json') + 40
  packed[at] = (packed[at] ?? 0) ^ 1
  await expect(openBundle(packed)).rejects.toThrow()
}, 30_000)

async function statusOf(bytes: Uint8Array): Promise<string> {
  try {
    return (await verified(bytes)).status
  } catch (error) {
    return `refused: ${error}`
  }
}
