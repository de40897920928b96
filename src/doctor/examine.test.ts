import type { ServerResponse } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import type { JsonObject } from '../model/json.ts'
import { testBed } from '../reference/agent.fixture.ts'
import { serveGovernanceAgent } from '../reference/serve.ts'
import { initialized, json, listen, result } from '../transport/loopback.fixture.ts'
import { equipmentFor } from './equipment.ts'
import { type Diagnosis, type ExamineOptions, examine } from './examine.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

const equipment = await equipmentFor({ adcpVersion: '3.0' })

function examined(url: string, more: Partial<ExamineOptions> = {}): Promise<Diagnosis> {
  return examine({
    url,
    credentials: {},
    ...equipment,
    limits: { callTimeoutMs: 5_000 },
    clientInfo: { name: 'test', version: '0' },
    clock: { now: Date.now },
    signal: new AbortController().signal,
    ...more,
  })
}

async function served(bearerTokens?: ReadonlyMap<string, string>) {
  const agent = await serveGovernanceAgent({
    port: 0,
    agent: testBed().agent,
    ...(bearerTokens && { bearerTokens }),
  })
  open.push(agent)
  return agent
}

/** Everything that is not as it should be. */
function complaints({ findings }: Diagnosis): readonly string[] {
  return findings.flatMap(({ area, level, what }) => (level === 'ok' ? [] : [`${level} ${area}: ${what}`]))
}

const tokens = new Map([
  ['buyer-token-1', 'buyer'],
  ['seller-token-1', 'seller'],
])

describe('a sound agent', () => {
  it.each(['url', 'a2aUrl'] as const)('gets no complaint at its %s', async (place) => {
    const agent = await served(tokens)
    const diagnosis = await examined(agent[place], {
      credentials: { token: 'buyer-token-1', principals: { seller: { token: 'seller-token-1' } } },
    })
    expect(complaints(diagnosis)).toEqual([])
    expect(diagnosis).toMatchObject({ url: agent[place], reached: true })
    expect(diagnosis.findings.map(({ area }) => area)).toEqual([
      ...['host name', 'TLS', 'clock', 'contact', 'credentials', 'credentials', 'credentials', 'tools'],
      ...['capabilities', 'version', 'claims', 'sessions', 'time'],
    ])
  })

  it('is warned when it lets anybody in', async () => {
    const diagnosis = await examined((await served()).url)
    expect(complaints(diagnosis)).toEqual(['warn credentials: none were given, and the agent lets us in without any'])
    const strangers = await examined((await served()).url, { credentials: { token: 'buyer-token-1' } })
    expect(complaints(strangers)).toEqual([expect.stringMatching(/^warn credentials: /)])
  })

  it('that does not know a principal is told', async () => {
    const credentials = { token: 'buyer-token-1', principals: { seller: { token: 'no-such-token-1' } } }
    const diagnosis = await examined((await served(tokens)).url, { credentials })
    expect(complaints(diagnosis)).toEqual([
      'bad credentials: seller is not let in: the agent answered 401 Unauthorized',
    ])
  })
})

describe('an agent that no run can begin with', () => {
  it('asks for credentials', async () => {
    const diagnosis = await examined((await served(tokens)).url)
    expect(diagnosis.reached).toBe(false)
    expect(complaints(diagnosis)).toEqual(['bad contact: the agent answered 401 Unauthorized'])
  })

  it('does not know ours, which are not shown', async () => {
    const diagnosis = await examined((await served(tokens)).url, { credentials: { token: 'hush-hush-hush' } })
    expect(complaints(diagnosis)).toEqual(['bad contact: the agent answered 401 Unauthorized'])
    expect(JSON.stringify(diagnosis)).not.toContain('hush')
  })

  it.each([
    ['http://127.0.0.1:1/mcp', 'bad contact: nothing accepts connections at that address (ECONNREFUSED)'],
    ['https://127.0.0.1:1/mcp', 'bad TLS: no TLS connection could be made: ECONNREFUSED'],
    ['http://agent.invalid/mcp', expect.stringContaining('bad host name: agent.invalid ')],
  ])('is not there: %s', async (url, complaint) => {
    const diagnosis = await examined(url)
    expect(diagnosis.reached).toBe(false)
    expect(complaints(diagnosis)).toEqual([complaint])
  })
})

/** An MCP agent with these tools, whose capabilities are these. */
async function agentThat(parts: {
  readonly tools?: readonly string[]
  readonly capabilities?: unknown
  readonly onCall?: (response: ServerResponse, call: number) => boolean
}): Promise<string> {
  const { tools = ['get_adcp_capabilities'], capabilities = {}, onCall = () => false } = parts
  let calls = 0
  const server = await listen((seen, response) => {
    if (seen.method !== 'POST') return void response.writeHead(404).end()
    const message = JSON.parse(seen.body) as JsonObject
    if (message.method === 'initialize') return json(response, result(message, initialized))
    if (message.id === undefined) return void response.writeHead(202).end()
    if (message.method === 'tools/list')
      return json(
        response,
        result(message, { tools: tools.map((name) => ({ name, inputSchema: { type: 'object' } })) }),
      )
    calls += 1
    if (onCall(response, calls)) return
    json(response, result(message, { structuredContent: capabilities, content: [] }))
  })
  open.push(server)
  return server.url
}

const sound = {
  adcp: { major_versions: [3], idempotency: { supported: true, replay_ttl_seconds: 86_400 } },
  supported_protocols: ['governance'],
}
const campaign = ['sync_plans', 'check_governance', 'report_plan_outcome', 'get_plan_audit_logs']
const lets = 'warn credentials: none were given, and the agent lets us in without any'

describe('an agent that can be asked, and', () => {
  it('is sound gets no further complaint', async () => {
    const url = await agentThat({ tools: ['get_adcp_capabilities', ...campaign], capabilities: sound })
    expect(complaints(await examined(url))).toEqual([lets])
  })

  it('has no tools', async () => {
    expect(complaints(await examined(await agentThat({ tools: [] })))).toEqual([
      lets,
      'bad tools: the agent lists no tools',
      'bad capabilities: the agent does not offer get_adcp_capabilities',
    ])
  })

  it('says of itself what no schema allows', async () => {
    expect(complaints(await examined(await agentThat({ capabilities: { adcp: {} } })))).toEqual([
      lets,
      expect.stringMatching(/^bad capabilities: not valid by the schema of 3\.0\.6: .*; and \d more$|must have/),
      'warn version: the agent does not say which AdCP versions it speaks',
    ])
  })

  it('claims what it does not offer', async () => {
    expect(complaints(await examined(await agentThat({ capabilities: sound })))).toEqual([
      lets,
      'bad claims: the agent claims campaign governance and does not offer sync_plans, check_governance, report_plan_outcome, get_plan_audit_logs',
    ])
  })

  it('loses the session after one call', async () => {
    const url = await agentThat({
      tools: ['get_adcp_capabilities', ...campaign],
      capabilities: sound,
      onCall: (response, call) => call === 2 && Boolean(response.writeHead(404).end()),
    })
    expect(complaints(await examined(url))).toEqual([
      lets,
      'bad sessions: a second call in the same session got no result',
    ])
  })

  it('fails at the first call', async () => {
    const url = await agentThat({ onCall: (response) => Boolean(response.writeHead(500).end()) })
    expect(complaints(await examined(url))).toEqual([
      lets,
      'bad capabilities: get_adcp_capabilities has no result: HTTP 500',
    ])
  })

  it('turns strangers away without saying how to be let in', async () => {
    const server = await listen((seen, response) => {
      if (seen.headers.authorization === undefined) return void response.writeHead(401).end()
      if (seen.method !== 'POST') return void response.writeHead(404).end()
      const message = JSON.parse(seen.body) as JsonObject
      if (message.method === 'initialize') return json(response, result(message, initialized))
      if (message.method === 'tools/list') return json(response, result(message, { tools: [] }))
      response.writeHead(202).end()
    })
    open.push(server)
    expect(complaints(await examined(server.url, { credentials: { token: 'buyer-token-1' } }))).toContain(
      'warn credentials: strangers get 401 without a WWW-Authenticate header',
    )
  })

  it('repeats our credentials in its name does not make us show them', async () => {
    const server = await listen((seen, response) => {
      if (seen.method !== 'POST') return void response.writeHead(404).end()
      const message = JSON.parse(seen.body) as JsonObject
      const serverInfo = { name: seen.headers.authorization ?? 'nobody', version: '1' }
      if (message.method === 'initialize') return json(response, result(message, { ...initialized, serverInfo }))
      if (message.method === 'tools/list') return json(response, result(message, { tools: [] }))
      response.writeHead(202).end()
    })
    open.push(server)
    const diagnosis = await examined(server.url, { credentials: { token: 'buyer-token-1' } })
    expect(diagnosis.reached).toBe(true)
    expect(JSON.stringify(diagnosis)).not.toContain('buyer-token-1')
  })
})
