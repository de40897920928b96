import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { adcpVersions } from '../model/adcp-version.ts'
import type { Exchange } from '../model/exchange.ts'
import { agentWith } from '../select/gating.fixture.ts'
import { examineClaims } from './claims.ts'
import { examineClock, readSkew } from './clock-skew.ts'
import { examineHostName } from './host-name.ts'
import { examineSessions } from './sessions.ts'
import { examineVersions } from './versions.ts'

const never = new AbortController().signal

describe('the clocks', () => {
  it.each([
    [0, 'ok', "the agent's clock agrees with ours within 10 s"],
    [-10, 'ok', "the agent's clock agrees with ours within 10 s"],
    [11, 'warn', "the agent's clock is 11 s ahead of ours"],
    [-60, 'warn', "the agent's clock is 60 s behind ours"],
    [
      61,
      'bad',
      "the agent's clock is 61 s ahead of ours: signed tokens are refused when clocks are more than 60 s apart",
    ],
  ])('%i s apart: %s', (seconds, level, what) => {
    expect(readSkew(seconds)).toMatchObject({ area: 'clock', level, what })
  })

  it('are compared over HTTP, with whatever answer', async () => {
    const server = createServer((_request, response) => response.writeHead(404).end())
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`)
    const late = { now: () => Date.now() + 3_600_000 }
    try {
      expect(await examineClock(url, { now: Date.now }, never)).toMatchObject({ level: 'ok' })
      expect(await examineClock(url, late, never)).toMatchObject({
        level: 'bad',
        what: expect.stringMatching(/behind ours/),
      })
    } finally {
      server.closeAllConnections()
      server.close()
    }
    expect(await examineClock(url, { now: Date.now }, never)).toBeUndefined()
  })

  it('cannot be compared without a Date header', async () => {
    const server = createServer((_request, response) => {
      response.sendDate = false
      response.end('{}')
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`)
    try {
      expect(await examineClock(url, { now: Date.now }, never)).toMatchObject({ area: 'clock', level: 'warn' })
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })
})

describe('the host name', () => {
  it.each([
    ['http://127.0.0.1/mcp', 'ok'],
    ['http://[::1]/mcp', 'ok'],
    ['http://localhost/mcp', 'ok'],
    ['http://agent.invalid/mcp', 'bad'],
  ])('of %s: %s', async (url, level) => {
    expect(await examineHostName(new URL(url), never)).toMatchObject({ area: 'host name', level })
  })

  it('is not waited for after an interruption', async () => {
    expect(await examineHostName(new URL('http://localhost/'), AbortSignal.abort('SIGINT'))).toMatchObject({
      level: 'bad',
    })
  })
})

describe('the versions', () => {
  it.each([
    [{ adcp: { major_versions: [3] } }, '3.0', 'ok', 'the agent speaks AdCP 3; a run grades by 3.0.6'],
    [{ adcp: { major_versions: [1, 2] } }, '3.0', 'bad', 'the agent speaks AdCP 1, 2 only'],
    [
      { adcp: { supported_versions: ['3.0', '3.1'] } },
      '3.1',
      'ok',
      'the agent speaks AdCP 3.0, 3.1; a run grades by 3.1.19',
    ],
    [
      { adcp: { supported_versions: ['3.1-beta'] } },
      '3.0',
      'bad',
      'the agent speaks AdCP 3.1-beta, and a run would grade by 3.0.6',
    ],
    [
      { adcp: { supported_versions: ['4.0'] } },
      '3.0',
      'bad',
      'the agent speaks AdCP 4.0 only; this release grades 3.0 and 3.1',
    ],
    [{ adcp: { major_versions: 'three' } }, '3.0', 'warn', 'does not say'],
    [{ adcp: { supported_versions: [] } }, '3.0', 'warn', 'does not say'],
    [null, '3.0', 'warn', 'does not say'],
  ] as const)('%j graded by %s: %s', (capabilities, line, level, what) => {
    expect(examineVersions(capabilities, adcpVersions[line])).toMatchObject({
      level,
      what: expect.stringContaining(what),
    })
  })

  it('name the option that would help', () => {
    expect(examineVersions({ adcp: { supported_versions: ['3.1'] } }, adcpVersions['3.0']).remedy).toBe(
      'Use --adcp-version 3.1.',
    )
  })
})

describe('the claims', () => {
  const campaign = ['sync_plans', 'check_governance', 'report_plan_outcome', 'get_plan_audit_logs']
  const expected = [
    { family: { kind: 'protocol', id: 'governance' }, tools: ['sync_plans', 'check_governance'] },
    { family: { kind: 'specialism', id: 'property-lists' }, tools: ['create_property_list'] },
    { family: { kind: 'universal' }, tools: ['comply_test_controller'] },
  ] as const

  it('of an agent that offers all of it are kept', () => {
    expect(examineClaims(agentWith({ tools: campaign }), expected)).toEqual([
      { area: 'claims', level: 'ok', what: 'every tool that the claims of the agent promise is there' },
    ])
  })

  it('of governance without its tasks are bad, and told once', () => {
    expect(examineClaims(agentWith({ tools: ['sync_plans'] }), expected)).toMatchObject([
      {
        level: 'bad',
        what: 'the agent claims campaign governance and does not offer check_governance, report_plan_outcome, get_plan_audit_logs',
      },
    ])
  })

  it('of a specialism without its tools are a warning', () => {
    expect(examineClaims(agentWith({ tools: campaign, specialisms: ['property-lists'] }), expected)).toMatchObject([
      { level: 'warn', what: 'the agent claims the specialism property-lists and does not offer create_property_list' },
    ])
  })

  it.each([
    [
      'media_buy',
      'the agent sells and does not claim to obey governance agents',
      '"governance-aware-seller" in specialisms',
    ],
    ['signals', 'the agent does not claim governance', '"governance" in supported_protocols'],
  ])('that leave governance out are a warning to an agent for %s', (protocol, what, remedy) => {
    expect(examineClaims(agentWith({ supportedProtocols: [protocol] }), expected)).toEqual([
      { area: 'claims', level: 'warn', what: expect.stringContaining(what), remedy: expect.stringContaining(remedy) },
    ])
  })

  it('of a governed seller say how it is tested, when it offers what it takes', () => {
    const seller = { supportedProtocols: ['media_buy'], specialisms: ['governance-aware-seller'] }
    const tools = ['sync_governance', 'get_products', 'create_media_buy']
    expect(examineClaims(agentWith({ ...seller, tools }), expected)).toEqual([
      { area: 'claims', level: 'ok', what: expect.stringContaining('--role seller') },
    ])
    expect(examineClaims(agentWith({ ...seller, tools: ['get_products'] }), expected)).toMatchObject([
      { level: 'bad', what: expect.stringMatching(/does not offer sync_governance, create_media_buy$/) },
    ])
  })

  it('that are no valid reply are not held against its tools', () => {
    const { capabilities: _none, ...agent } = agentWith({ tools: [] })
    expect(examineClaims(agent, expected)).toEqual([])
  })
})

describe('the sessions', () => {
  const exchange = (reply: Exchange['reply'], durationMs = 10): Exchange => ({
    request: { transport: 'mcp', operation: 'get_adcp_capabilities', url: 'http://agent.test/mcp', payload: {} },
    reply,
    startedAt: '2027-03-01T00:00:00Z',
    durationMs,
    http: [],
  })
  const answer = {
    kind: 'task',
    payload: {},
    isError: false,
    extraction: { path: 'structured_content' },
    raw: {},
  } as const
  const lost = { kind: 'http_error', status: 404, headers: {}, body: '' } as const

  it('that last and stand side by side are fine', () => {
    const thrice = { first: exchange(answer, 40), again: exchange(answer, 5), elsewhere: exchange(answer, 9) }
    expect(examineSessions(thrice)).toEqual([
      { area: 'sessions', level: 'ok', what: 'one session takes several calls, and a second one stands beside it' },
      { area: 'time', level: 'ok', what: '3 answers took 5 to 40 ms' },
    ])
  })

  it('that are slow are a warning', () => {
    const thrice = { first: exchange(answer, 2_001), again: exchange(answer), elsewhere: exchange(answer) }
    expect(examineSessions(thrice)[1]).toMatchObject({ area: 'time', level: 'warn' })
  })

  it.each([
    ['again', 'a second call in the same session got no result'],
    ['elsewhere', 'a second session got no result'],
  ])('that end early are bad: %s', (which, what) => {
    const all = { first: exchange(answer), again: exchange(answer), elsewhere: exchange(answer) }
    expect(examineSessions({ ...all, [which]: exchange(lost) })).toMatchObject([
      { area: 'sessions', level: 'bad', what },
    ])
  })

  it('say nothing when the first answer was none already', () => {
    expect(examineSessions({ first: exchange(lost), again: exchange(lost), elsewhere: exchange(lost) })).toEqual([])
  })
})
