import { afterEach, describe, expect, it } from 'vitest'
import { testIo } from '../cli/io.fixture.ts'
import { serveReference } from '../cli/reference-agent.ts'
import type { ServedAgent } from '../reference/serve.ts'
import type { RunOptions } from '../run.ts'
import { runSuite } from '../suite.fixture.ts'
import { defaultLimits } from './options.ts'
import { connectionOf } from './several-agents.ts'

const served: ServedAgent[] = []
afterEach(async () => {
  for (const agent of served.splice(0)) await agent.close()
})

async function agent(token: string): Promise<{ url: string; credentials: { token: string } }> {
  const one = await serveReference({ port: 0, bearerTokens: new Map([[token, 'buyer']]) }, testIo())
  served.push(one)
  return { url: one.url, credentials: { token } }
}

const scope: RunOptions['scope'] = { kind: 'storyboards', names: ['governance_agent/denial'] }
const { signal } = new AbortController()

async function connected(defaultAgent?: string) {
  const agents = { sales: await agent('sales-token'), governance: await agent('governance-token') }
  const front = agents.sales
  const options = { ...front, agents, limits: defaultLimits, clock: { now: Date.now } } as unknown as RunOptions
  return { agents, connection: connectionOf({ ...options, ...(defaultAgent !== undefined && { defaultAgent }) }) }
}

describe('a connection to several agents', () => {
  it('has the first in front, or the one that is the default', async () => {
    const first = await connected()
    expect(first.connection.url).toBe(first.agents.sales.url)
    const other = await connected('governance')
    expect(other.connection).toMatchObject({ url: other.agents.governance.url, defaultAgent: 'governance' })
  })

  it('leads to the agent that is spoken to, with its own credentials', async () => {
    const { agents, connection } = await connected()
    for (const [key, { url }] of Object.entries(agents)) {
      const line = await connection.open({ agent: key, principal: 'default' }, signal)
      const { request, reply } = await line.call({ task: 'get_adcp_capabilities', arguments: {} })
      await line.close()
      expect([request.url, reply.kind]).toEqual([url, 'task'])
    }
    expect(connection.secrets).toEqual(['sales-token', 'governance-token'])
  })

  it('sends what the speaker brings in place of all credentials, and keeps it secret', async () => {
    const { connection } = await connected()
    for (const headers of [{}, { Authorization: `Basic ${Buffer.from('me:pass').toString('base64')}` }]) {
      const line = await connection.open({ principal: 'default', headers }, signal)
      expect((await line.call({ task: 'get_adcp_capabilities', arguments: {} })).reply).toMatchObject({
        kind: 'http_error',
        status: 401,
      })
      await line.close()
    }
    expect(connection.secrets).toEqual(expect.arrayContaining(['me:pass', 'pass']))
  })

  it('knows no agent but its own', async () => {
    const { connection } = await connected()
    expect(() => connection.open({ agent: 'brand', principal: 'default' }, signal)).toThrow('"brand"')
    await expect(connected('goverance')).rejects.toThrow(
      'there is no agent "goverance"; the agents are sales, governance; did you mean "governance"?',
    )
  })
})

describe('a run against several agents', () => {
  it('meets each of them, and reports who they are', async () => {
    const agents = { sales: await agent('sales-token'), governance: await agent('governance-token') }
    const report = await runSuite(agents.governance.url, { agents, defaultAgent: 'governance', scope })
    expect(report.target.url).toBe(agents.governance.url)
    expect(Object.keys(report.agents ?? {})).toEqual(['sales', 'governance'])
    expect(report.agents?.sales?.url).toBe(agents.sales.url)
    expect(report.agents?.governance).toEqual(report.agent)
  })

  it('is unreachable when one of them is, and names it', async () => {
    const gone = { url: 'http://127.0.0.1:1/mcp', credentials: {} }
    const agents = { governance: await agent('governance-token'), sales: gone }
    const { verdict } = await runSuite(agents.governance.url, { agents, scope })
    expect(verdict).toMatchObject({ status: 'unreachable', reason: expect.stringContaining('http://127.0.0.1:1/mcp') })
  })
})
