import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { UsageError } from '../errors.ts'
import type { Json } from '../model/json.ts'
import type { Step } from '../model/storyboard.ts'
import { OutOfReach } from '../reference/seller/outbound.ts'
import { conformantSeller } from '../reference/seller/parts.ts'
import { machineReport } from '../report/json.ts'
import { schemaErrors } from '../report/report-schema.fixture.ts'
import { account, buy, endings, list, registered, sellerRun, stepsOf } from './seller-run.fixture.ts'

const asked = [
  { check: 'gov_peer_called' },
  { check: 'gov_peer_before_commit' },
  { check: 'gov_peer_headers' },
  { check: 'gov_peer_request', path: 'governance_context', equals_sent: 'governance_context' },
  { check: 'gov_peer_request', path: 'phase', value: 'purchase' },
] as const
const denied = { check: 'error_code', value: 'GOVERNANCE_DENIED' } as const
/** Where the documents cannot be fetched either, the token cannot be verified. */
const unavailable = { check: 'error_code', allowed_values: ['GOVERNANCE_UNAVAILABLE', 'PERMISSION_DENIED'] } as const

it('sees a purchase asked about, approved and made', async () => {
  const report = await sellerRun([
    ...registered,
    list('before'),
    buy({ peer: 'approve', validations: [...asked] }),
    list('after', { check: 'gov_read_back', media_buy: 'present', before: 'before' }),
  ])
  expect(endings(report)).toEqual(['accounts passed', 'register passed', 'before passed', 'buy passed', 'after passed'])
  const bought = stepsOf(report)[3]
  expect(bought?.peerCalls?.filter(({ tool }) => tool !== undefined)).toEqual([
    expect.objectContaining({
      tool: 'check_governance',
      presented: 'expected',
      beforeAnswer: true,
      arguments: expect.objectContaining({ governance_context: '[redacted]' }),
      governanceContextHash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    }),
  ])
  expect(JSON.stringify(report)).not.toContain('eyJ')
  expect(schemaErrors(report)).toEqual([])
  expect(JSON.stringify(machineReport(report))).toContain('"governance_context_hash":"sha256:')
})

it.each<[Json, string, number]>([
  ['deny', 'GOVERNANCE_DENIED', 1],
  ['conditions', 'GOVERNANCE_DENIED', 1],
  [{ deny: { findings: [{ category_id: 'x', severity: 'must', explanation: 'No.' }] } }, 'GOVERNANCE_DENIED', 1],
  [{ conditions: [{ field: 'x', reason: 'y' }] }, 'GOVERNANCE_DENIED', 1],
  ['garbage', 'GOVERNANCE_UNAVAILABLE', 1],
  [{ garbage: { status: 'fine' } }, 'GOVERNANCE_UNAVAILABLE', 1],
  [{ adcp_error: 'PLAN_NOT_FOUND' }, 'GOVERNANCE_UNAVAILABLE', 1],
  ['noise', 'GOVERNANCE_UNAVAILABLE', 1],
  [{ http_error: 503 }, 'GOVERNANCE_UNAVAILABLE', 1],
  ['silence', 'GOVERNANCE_UNAVAILABLE', 1],
  ['break', 'GOVERNANCE_UNAVAILABLE', 1],
])('lets the hosted agent %j, which the seller answers with %s and sells nothing', async (peer, code, min) => {
  const report = await sellerRun([
    ...registered,
    list('before'),
    buy({
      peer,
      gov_reply: 'error',
      validations: [
        { check: 'error_code', value: code },
        { check: 'gov_peer_called', min },
      ],
    }),
    list('after', { check: 'gov_read_back', media_buy: 'absent', before: 'before' }),
  ])
  expect(endings(report).slice(2)).toEqual(['before passed', 'buy passed', 'after passed'])
})

it('lets it be gone, and come back; what a step says holds until another says otherwise', async () => {
  const refused = { gov_reply: 'error', stateful: false, validations: [unavailable] } as const
  const report = await sellerRun([
    ...registered,
    buy({ id: 'first', peer: 'approve' }),
    buy({ id: 'gone', peer: 'refuse', ...refused }),
    buy({ id: 'still', ...refused }),
    buy({ id: 'back', peer: ['deny', 'approve'], gov_reply: 'error', validations: [denied] }),
    buy({ id: 'then', validations: [{ check: 'gov_peer_called', max: 2, since: 'back' }] }),
  ])
  expect(endings(report).slice(2)).toEqual([
    'first passed',
    'gone passed',
    'still passed',
    'back passed',
    'then passed',
  ])
})

it('tells the hosted agent of plans, and takes its token for a good one', async () => {
  const plan = {
    plan_id: 'plan_1',
    brand: { domain: '{{runner.brand_domain}}' },
    objectives: 'Sell shoes.',
    budget: { total: 10000, currency: 'USD', reallocation_threshold: 1000 },
    flight: { start: '2027-03-01T00:00:00Z', end: '2027-12-31T00:00:00Z' },
  }
  const report = await sellerRun([
    ...registered,
    { id: 'plan', task: 'peer:sync_plans', stateful: true, sample_request: { plans: [plan] } },
    {
      id: 'intent',
      task: 'peer:check_governance',
      sample_request: {
        plan_id: 'plan_1',
        caller: 'https://buyer.example/mcp',
        tool: 'create_media_buy',
        payload: { total_budget: { amount: 7000, currency: 'USD' } },
      },
      context_outputs: [{ name: 'token', path: 'governance_context' }],
    },
    buy({ token: { plan_id: 'plan_1' } }),
  ])
  expect(endings(report).slice(2)).toEqual(['plan passed', 'intent passed', 'buy passed'])
})

it('does not blame the seller for what its own agent does not take, or does not give', async () => {
  const report = await sellerRun([
    ...registered,
    { id: 'plan', task: 'peer:sync_plans', stateful: true, sample_request: { plans: 'none' } },
    { id: 'books', task: 'peer:get_plan_audit_logs', sample_request: { plan_ids: ['no_such'] } },
    buy({ peer: 'dance' }),
    buy({ id: 'unknown', sample_request: { governance_context: '$token.no-such', plan_id: 'p' } }),
    buy({ id: 'planless', sample_request: { governance_context: '$token.valid' } }),
  ])
  expect(endings(report).slice(2)).toEqual([
    expect.stringMatching(/^plan blocked authoring_defect: the hosted governance agent does not take this request: /),
    expect.stringMatching(/^books blocked authoring_defect: the hosted governance agent does not take this request: /),
    expect.stringContaining('buy blocked prerequisite_failed'),
    expect.stringContaining('unknown blocked prerequisite_failed'),
    expect.stringContaining('planless blocked prerequisite_failed'),
  ])
})

it('says what nothing can be made of in a step', async () => {
  const loose = { stateful: false } as const
  const report = await sellerRun([
    ...registered,
    buy({ ...loose, id: 'word', peer: 'dance' }),
    buy({ ...loose, id: 'kind', sample_request: { governance_context: '$token.no-such', plan_id: 'p' } }),
    buy({ ...loose, id: 'plan', sample_request: { governance_context: '$token.valid' } }),
  ])
  expect(endings(report).slice(2)).toEqual([
    expect.stringContaining('word blocked authoring_defect: peer: "dance" is nothing that it can do'),
    expect.stringContaining(
      'kind blocked unresolved_substitution: $token.no-such has no value: the workshop makes no such token',
    ),
    expect.stringContaining(
      'plan blocked unresolved_substitution: $token.valid has no value: neither token nor the sample names a plan_id',
    ),
  ])
})

it('mints tokens that are wrong in one way, and the same one twice', async () => {
  const wrong = {
    gov_reply: 'error',
    stateful: false,
    validations: [{ check: 'error_code', value: 'PERMISSION_DENIED' }],
  } as const
  const report = await sellerRun([
    ...registered,
    buy({ id: 'good', peer: 'approve' }, { governance_context: '$token.valid#a' }),
    buy({ id: 'again', ...wrong }, { governance_context: '$token.valid#a' }),
    buy({ id: 'expired', ...wrong }, { governance_context: '$token.expired' }),
    buy({ id: 'other', ...wrong, token: { audience: 'https://other.example/mcp' } }),
    buy({ id: 'late', ...wrong, token: { plan_id: 'plan_1', phase: 'delivery' } }),
  ])
  expect(endings(report).slice(2)).toEqual([
    'good passed',
    'again passed',
    'expired passed',
    'other passed',
    'late passed',
  ])
})

it('publishes other than it should, as long as it is told to', async () => {
  const report = await sellerRun([
    ...registered,
    buy({
      id: 'unlisted',
      peer: [{ publish: { unlisted: true } }, 'approve'],
      gov_reply: 'error',
      validations: [{ check: 'error_code', value: 'PERMISSION_DENIED' }, { check: 'gov_peer_not_called' }],
    }),
    buy({ id: 'listed', peer: { publish: {} } }),
  ])
  expect(endings(report).slice(2)).toEqual(['unlisted passed', 'listed passed'])
})

it('catches a seller that does not ask, and one that asks with another token or credential', async () => {
  const silent = await sellerRun([...registered, buy({ validations: [...asked] })], {
    parts: { ...conformantSeller, clear: async ({ planned }) => ({ planned, nextCheck: undefined }) },
  })
  expect(endings(silent).at(-1)).toBe(
    'buy failed | gov_peer_called: check_governance reached the hosted governance agent never | gov_peer_before_commit: the seller asked the hosted governance agent not at all',
  )
  const forger = await sellerRun([...registered, buy({ peer: 'approve', validations: [...asked] })], {
    outbound: (usual) => ({
      ...usual,
      check: (agent, args) =>
        usual.check({ ...agent, credential: 'x'.repeat(40) }, { ...args, governance_context: 'forged' }),
    }),
  })
  expect(endings(forger).at(-1)).toBe(
    'buy failed | gov_peer_headers: the seller called check_governance with another credential than the registered one | gov_peer_request: governance_context of check_governance, as the seller called it, is not what it should be',
  )
})

it('catches a seller that sells what was denied', async () => {
  const report = await sellerRun(
    [
      ...registered,
      list('before'),
      buy({ peer: 'deny', gov_reply: 'any', validations: [{ check: 'gov_peer_called' }] }),
      list('after', { check: 'gov_read_back', media_buy: 'absent', before: 'before' }),
    ],
    {
      parts: {
        ...conformantSeller,
        onRefused: (_decision, planned) => ({ planned, nextCheck: undefined }),
      },
    },
  )
  expect(endings(report).at(-1)).toContain('after failed | gov_read_back: a media buy is there that should not be')
})

it('shows what came that is no call at all', async () => {
  const post = async (url: string) => void (await fetch(url, { method: 'POST', body: 'hello' }))
  const seen: string[] = []
  const report = await sellerRun([...registered, buy()], {
    peer: {},
    handle: async (task, args) => {
      if (task === 'sync_governance') seen.push(JSON.stringify(args).match(/http:[^"]*mcp/)?.[0] ?? '')
      if (task === 'create_media_buy') await post(seen[0] ?? '')
      const accounts = [{ account: { account_id: 'a' }, status: 'synced', action: 'created' }]
      return { payload: { accounts, media_buy_id: 'm', packages: [] }, isError: false }
    },
  })
  const bought = stepsOf(report).at(-1)
  expect(bought?.verdict.status).toBe('failed')
  expect(schemaErrors(report)).toEqual([])
  expect(bought?.peerCalls).toEqual([
    expect.objectContaining({ method: 'POST', body: 'hello', problem: expect.any(String) }),
  ])
})

it.each<[string, Step[]]>([
  ['GOVERNANCE_UNAVAILABLE', [buy()]],
  ['PERMISSION_DENIED', [buy()]],
])('does not blame a seller that cannot reach it and says %s', async (code, steps) => {
  const report = await sellerRun([...registered, ...steps, list('later')], {
    handle: async (task) => {
      if (task !== 'create_media_buy') return { payload: { accounts: [{ status: 'synced' }] }, isError: false }
      return { payload: { adcp_error: { code, message: 'No.' } }, isError: true }
    },
  })
  expect(endings(report).slice(2)).toEqual([
    expect.stringMatching(
      /^buy blocked peer_unreachable: the seller .* give an address that leads here with --public-url/,
    ),
    expect.stringContaining('later blocked peer_unreachable'),
  ])
  expect(report.verdict.status).not.toBe('conformant')
})

it('does not blame a seller that takes no plain http', async () => {
  const report = await sellerRun([...registered, buy()], { peer: {} })
  expect(endings(report)).toEqual([
    'accounts passed',
    expect.stringMatching(
      /^register blocked peer_unreachable: the seller does not register that address, .*--peer-tls/,
    ),
    expect.stringContaining('buy blocked peer_unreachable'),
  ])
  expect(report.verdict.status).toBe('incomplete')
})

it('tells a seller that cannot reach it from one that is told to fail', async () => {
  const report = await sellerRun([...registered, buy()], {
    outbound: (usual) => ({
      ...usual,
      check: () => Promise.reject(new OutOfReach('firewall')),
      document: () => Promise.reject(new OutOfReach('firewall')),
    }),
  })
  expect(endings(report).at(-1)).toContain('buy blocked peer_unreachable')
})

it('blocks what needs it when the seller is elsewhere, and says which port is taken', async () => {
  const taken = createServer()
  await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done))
  const { port } = taken.address() as { port: number }
  await expect(sellerRun(registered, { peer: { port } })).rejects.toThrow(UsageError)
  await new Promise((done) => taken.close(done))
})

it('begins each storyboard as if nothing had happened', async () => {
  const report = await sellerRun([
    ...registered,
    buy({ id: 'ungoverned' }, { governance_context: '$token.valid', account }),
  ])
  expect(stepsOf(report).map(({ peerCalls = [] }) => peerCalls.length > 0)).toEqual([false, false, true])
})
