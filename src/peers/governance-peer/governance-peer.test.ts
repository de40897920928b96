import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UsageError } from '../../errors.ts'
import { openSchemaSet } from '../../load/schemas.ts'
import { adcpVersions } from '../../model/adcp-version.ts'
import { isJsonObject, type JsonObject } from '../../model/json.ts'
import { httpOutbound } from '../../reference/seller/http-outbound.ts'
import { conformantSeller, type SellerParts } from '../../reference/seller/parts.ts'
import { createSeller, type Seller } from '../../reference/seller/seller.ts'
import { accounts, codeOf, finding, governance, purchase, sellerUrl } from '../../reference/seller.fixture.ts'
import { fetchesFromAnywhere } from '../../reference/seller-faults/tokens/fetches-from-anywhere.ts'
import { forgivesStaleLists } from '../../reference/seller-faults/tokens/forgives-stale-lists.ts'
import { readSignedList } from '../../token/read-signed-list.ts'
import { tamperings } from '../../token/workshop/index.ts'
import type { PeerAnswer } from './answer.ts'
import { type GovernancePeer, type GovernancePeerOptions, openGovernancePeer } from './governance-peer.ts'

const schemas = openSchemaSet('3.0.6')
const clock = { now: () => Date.parse('2027-03-01T00:00:00Z') }
const credential = 'g'.repeat(40)
let made = 0
const newId = () => `id-${++made}`
let peer: GovernancePeer

function open(more: Partial<GovernancePeerOptions> = {}): Promise<GovernancePeer> {
  return openGovernancePeer({
    https: true,
    clock: { now: Date.now },
    newId,
    adcp: adcpVersions['3.0'],
    schemas,
    credential,
    ...more,
  })
}

beforeEach(async () => {
  peer = await open()
})
afterEach(() => peer.close())

/** A seller that reaches out over the network, with the peer as the governance agent of its one account. */
async function governedSeller(parts: SellerParts = conformantSeller): Promise<Seller> {
  const seller = createSeller({
    clock: { now: Date.now },
    ids: { next: (prefix) => `${prefix}_${newId()}` },
    url: sellerUrl,
    schemas,
    parts,
    brands: new Map([['buyer', peer.brandUrl]]),
    outbound: httpOutbound({
      loopback: true,
      timeoutMs: 300,
      ...(peer.certificate && { certificate: peer.certificate }),
    }),
  })
  await seller.handle('sync_accounts', accounts(), 'buyer')
  const agent = { url: peer.url, authentication: { schemes: ['Bearer'], credentials: credential } }
  expect((await seller.handle('sync_governance', governance(agent), 'buyer')).isError).toBe(false)
  return seller
}

const order = {
  audience: sellerUrl,
  planId: 'plan_1',
  phase: 'intent',
  caller: 'https://pinnacle-agency.example',
} as const

async function buy(seller: Seller, more: JsonObject = {}) {
  return await seller.handle('create_media_buy', purchase({ governance_context: peer.mint(order), ...more }), 'buyer')
}

describe('a seller that asks it', () => {
  it('is told what the script says, one answer a check', async () => {
    const seller = await governedSeller()
    await peer.script(
      { kind: 'approve' },
      { kind: 'deny', findings: [finding] },
      { kind: 'conditions', conditions: [{ field: 'x', reason: 'y' }] },
    )
    const replies = [await buy(seller), await buy(seller), await buy(seller), await buy(seller)]
    expect(replies.map(codeOf)).toEqual([undefined, 'GOVERNANCE_DENIED', 'GOVERNANCE_DENIED', 'GOVERNANCE_DENIED'])
    expect(replies[1]?.payload.adcp_error).toMatchObject({ details: { findings: [finding] } })
    expect(peer.calls().map(({ tool, credential: sent }) => [tool, sent])).toEqual(
      Array(4).fill(['check_governance', 'expected']),
    )
  })

  it.each<[PeerAnswer, number]>([
    [{ kind: 'garbage' }, 1],
    [{ kind: 'adcp_error', code: 'PLAN_NOT_FOUND' }, 1],
    [{ kind: 'noise' }, 2],
    [{ kind: 'http_error', status: 503 }, 2],
    [{ kind: 'silence' }, 2],
    [{ kind: 'break' }, 2],
  ])('finds governance unavailable on %j', async (answer, calls) => {
    const seller = await governedSeller()
    await peer.script(answer)
    expect(codeOf(await buy(seller))).toBe('GOVERNANCE_UNAVAILABLE')
    expect(peer.calls()).toHaveLength(calls)
    await peer.script({ kind: 'approve' })
    expect((await buy(seller)).isError).toBe(false)
  })

  it('is refused the connection, and let in again', async () => {
    const seller = await governedSeller()
    await peer.script({ kind: 'approve' })
    expect((await buy(seller)).isError).toBe(false)
    await peer.script({ kind: 'refuse' })
    expect((await buy(seller)).isError).toBe(true)
    await peer.script({ kind: 'approve' })
    expect((await buy(seller)).isError).toBe(false)
  })

  it.each(['foreign-signature', 'key-for-encryption', 'revoked-kid', 'revoked-jti', 'alg-rsa'])(
    'refuses the token of %s',
    async (id) => {
      const seller = await governedSeller()
      const tampering = tamperings.find((one) => one.id === id)
      const refused = await buy(seller, { governance_context: peer.mint(order, tampering) })
      expect([codeOf(refused), peer.calls()]).toEqual(['PERMISSION_DENIED', []])
    },
  )

  it('is shown what is published other than it should be', async () => {
    const seller = await governedSeller()
    await peer.script({ kind: 'approve' })
    const purchaseToken = () => ({ governance_context: peer.mint({ ...order, phase: 'purchase' }) })
    peer.publish({ staleList: true })
    expect(codeOf(await buy(seller, purchaseToken()))).toBe('PERMISSION_DENIED')
    peer.publish({ unlisted: true })
    expect(codeOf(await buy(seller))).toBe('PERMISSION_DENIED')
    peer.publish({})
    expect((await buy(seller, purchaseToken())).isError).toBe(false)
  })

  it.each([
    ['one that minds them refuses', conformantSeller, 'PERMISSION_DENIED', 0],
    ['one that forgives them takes', forgivesStaleLists.break(conformantSeller), undefined, 1],
  ] as const)('of the agent whose list is always stale, %s tokens', async (_which, parts, code, checks) => {
    const seller = await governedSeller(parts)
    const lapsed = { url: peer.lapsedUrl, authentication: { schemes: ['Bearer'], credentials: credential } }
    expect((await seller.handle('sync_governance', governance(lapsed), 'buyer')).isError).toBe(false)
    await peer.script({ kind: 'approve' })
    const stale = tamperings.find(({ id }) => id === 'stale-revocation-list')
    expect(codeOf(await buy(seller, { governance_context: peer.mint(order, stale) }))).toBe(code)
    expect(peer.calls()).toHaveLength(checks)
    expect(peer.requests().some(({ path }) => path === '/.well-known/governance-revocations.json')).toBe(true)
  })
})

it.each([
  ['one with a guard is not', conformantSeller, 'PERMISSION_DENIED', 0],
  ['one without is', fetchesFromAnywhere.break(conformantSeller), undefined, 1],
] as const)('of sellers, %s seen at the plain door', async (_which, parts, code, visits) => {
  const seller = await governedSeller(parts)
  await peer.script({ kind: 'approve' })
  peer.publish({ jwksUri: peer.plainJwksUri })
  expect(codeOf(await buy(seller))).toBe(code)
  expect(peer.requests().filter(({ plain }) => plain)).toHaveLength(visits)
})

it('decides by its own rules over plans, and its token opens the seller', async () => {
  const seller = await governedSeller()
  const plan = {
    plan_id: 'plan_1',
    brand: { domain: 'novasnacks.example' },
    objectives: 'Launch.',
    budget: { total: 10_000, currency: 'USD', reallocation_unlimited: true },
    flight: { start: '2027-04-01T00:00:00Z', end: '2027-06-30T23:59:59Z' },
    approved_sellers: [sellerUrl],
  }
  await peer.agent.handle('sync_plans', { idempotency_key: 'sync-plans-for-peer-1', plans: [plan] }, 'buyer')
  const asked = purchase()
  const check = { plan_id: 'plan_1', caller: order.caller, tool: 'create_media_buy', payload: asked }
  const { payload } = await peer.agent.handle('check_governance', check, 'buyer')
  const governance_context = payload.governance_context ?? ''
  expect((await seller.handle('create_media_buy', { ...asked, governance_context }, 'buyer')).isError).toBe(false)
  const second = await peer.agent.handle('check_governance', check, 'buyer')
  const over = { ...purchase({}, 90_000), governance_context: second.payload.governance_context ?? '' }
  expect(codeOf(await seller.handle('create_media_buy', over, 'buyer'))).toBe('GOVERNANCE_DENIED')
})

describe('plainly, behind a proxy or in a test', () => {
  let plain: GovernancePeer
  beforeEach(async () => {
    plain = await open({ https: false, clock })
  })
  afterEach(() => plain.close())

  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(plain.url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })

  it('keeps every request as it came, and no credential', async () => {
    await post('<soap/>', { authorization: `Bearer ${'x'.repeat(40)}`, 'x-secret': 'y' })
    await fetch(plain.brandUrl)
    const [first, second] = plain.requests()
    expect(first).toMatchObject({
      order: 1,
      at: '2027-03-01T00:00:00.000Z',
      method: 'POST',
      path: '/mcp',
      credential: 'other',
      body: '<soap/>',
      problem: 'the body is no JSON',
    })
    expect(JSON.stringify(plain.requests())).not.toMatch(/xxxx|x-secret/)
    expect(second).toMatchObject({
      order: 2,
      method: 'GET',
      path: '/.well-known/brand.json',
      credential: 'none',
      body: '',
    })
    expect(plain.calls()).toEqual([])
  })

  it('publishes its brand, its keys and a signed list', async () => {
    const read = async (name: string) =>
      (await (await fetch(new URL(`/.well-known/${name}.json`, plain.url))).json()) as JsonObject
    const brand = await read('brand')
    expect(brand.agents).toEqual([
      {
        type: 'governance',
        id: 'governance',
        url: plain.url,
        jwks_uri: new URL('/.well-known/jwks.json', plain.url).href,
      },
      {
        type: 'governance',
        id: 'governance_2',
        url: plain.lapsedUrl,
        jwks_uri: new URL('/.well-known/jwks.json', plain.lapsedUrl).href,
      },
    ])
    const { keys } = await read('jwks')
    const published = keys as readonly JsonObject[]
    expect(published.map(({ use }) => use)).toEqual(['sig', 'enc', 'sig', 'sig', 'sig'])
    expect(published.map(({ kid }) => kid)).toEqual(published.map(() => expect.stringMatching(/^id-\d+$/)))
    const list = readSignedList(await read('governance-revocations'))
    expect('token' in list && list.token.claims).toMatchObject({
      issuer: new URL(plain.url).origin,
      next_update: '2027-03-01T00:15:00.000Z',
      revoked_jtis: [expect.stringMatching(/^id-\d+$/)],
      revoked_kids: [published[3]?.kid],
    })
    expect((await fetch(new URL('/elsewhere', plain.url))).status).toBe(404)
    expect((await fetch(plain.url, { method: 'DELETE' })).status).toBe(400)
    expect(plain.certificate).toBeUndefined()
  })

  it('gives out the address that leads to it from outside', async () => {
    const behind = await open({ https: false, publicUrl: 'https://gov.buyer.example/hosted/' })
    expect([behind.url, behind.lapsedUrl, behind.brandUrl, behind.brandDomain]).toEqual([
      'https://gov.buyer.example/hosted/mcp',
      'https://gov.buyer.example/hosted/mcp',
      'https://gov.buyer.example/.well-known/brand.json',
      'gov.buyer.example',
    ])
    await behind.close()
  })

  it('says which port is taken', async () => {
    await expect(open({ port: Number(new URL(plain.url).port) })).rejects.toThrow(UsageError)
  })

  it('closes though somebody waits for an answer', async () => {
    await plain.script({ kind: 'silence' })
    const call = {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'check_governance', arguments: { plan_id: 'p' } },
    }
    const ended = new Promise((done) => {
      const waiting = request(plain.url, { method: 'POST' })
      waiting.on('error', done)
      waiting.end(JSON.stringify(call))
    })
    while (plain.calls().length === 0) await new Promise((done) => setTimeout(done, 5))
    await plain.close()
    expect(await ended).toBeInstanceOf(Error)
    expect(isJsonObject(plain.calls()[0]?.arguments)).toBe(true)
  })
})

it('writes its decisions into the field of 3.1', async () => {
  const line31 = await open({ adcp: adcpVersions['3.1'] })
  const outbound = httpOutbound({
    loopback: true,
    timeoutMs: 1_000,
    ...(line31.certificate && { certificate: line31.certificate }),
  })
  await line31.script({ kind: 'approve', nextCheck: '2027-03-02T00:00:00Z' })
  const context = { trace: 1 }
  const { payload } = await outbound.check(
    { url: line31.url, credential },
    { plan_id: 'p', caller: sellerUrl, phase: 'purchase', context },
  )
  expect(payload).toMatchObject({
    verdict: 'approved',
    status: 'completed',
    plan_id: 'p',
    next_check: '2027-03-02T00:00:00Z',
    context,
  })
  await line31.close()
})
