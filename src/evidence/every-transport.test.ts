import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addBundle } from '../bundle/add.ts'
import { packageRoot } from '../load/package-root.ts'
import { agentConnection } from '../run/connection.ts'
import { agentBehindOAuth, oauthClient } from '../run/oauth-agent.fixture.ts'
import { defaultLimits } from '../run/options.ts'
import { among } from '../run/several-agents.ts'
import { prepare } from '../run.ts'
import { agentWith } from '../self-test/agents.ts'
import { overLoopback } from '../self-test/loopback.ts'
import { failuresOf } from '../suite.fixture.ts'
import { generateGovernanceKeys } from '../token/keys.ts'
import { agent, json, result } from '../transport/loopback.fixture.ts'
import { unpack } from './container.ts'
import { makeBundle } from './make-bundle.ts'
import { openBundle } from './open-bundle.ts'
import { type Recorded, recordRun } from './record-run.ts'
import { forged, preparedFor, realManner } from './recorded-run.fixture.ts'
import { verifyBundle } from './verify-bundle.ts'

const boards = ['governance_agent/budget']
const clock = { now: Date.now }

/** Its verdict is derived again, a change is found, and no secret is in it. Gives the bundle. */
async function proves(recorded: Recorded, secrets: readonly string[], bundles?: string): Promise<Uint8Array> {
  expect([recorded.report.verdict.status, ...failuresOf(recorded.report)]).toEqual(['conformant'])
  const { bytes } = await makeBundle(recorded, { bundles })
  const found = await verifyBundle(await openBundle(bytes), bundles)
  expect(found).toMatchObject({ status: 'same', differences: [], strays: [], settled: [] })
  expect(await afterTampering(bytes, bundles)).toMatch(/^differs$|is not the one that was recorded/)
  const text = [...unpack(bytes).values()].join('\n')
  const all = [...secrets, ...recorded.secrets].filter((secret) => secret.length >= 8)
  expect(all.length).toBeGreaterThan(0)
  expect(all.filter((secret) => text.includes(secret))).toEqual([])
  return bytes
}

/** One letter of what the agent answered is another, and every digest is mended but that of the exchange. */
async function afterTampering(bytes: Uint8Array, bundles?: string): Promise<string> {
  const changed = forged(bytes, (files) => {
    const text = files.get('exchanges.ndjson') ?? ''
    files.set('exchanges.ndjson', text.replace(/"(status|verdict)":"denied"/, '"$1":"denies"'))
  })
  expect(Buffer.compare(changed, bytes)).not.toBe(0)
  const found = await verifyBundle(await openBundle(changed), bundles).catch((error: Error) => error.message)
  return typeof found === 'string' ? found : found.status
}

describe('a run is derived again, and keeps its secrets,', () => {
  it('over A2A', async () => {
    const prepared = await preparedFor(boards)
    const agent = agentWith(prepared, await generateGovernanceKeys('recorded'))
    const recorded = await overLoopback(agent, {}, (line) => recordRun(line, prepared, realManner()), 'a2a')
    expect(recorded.report.target.protocol).toBe('a2a')
    await proves(recorded, [])
  }, 60_000)

  it('with several agents, each with credentials of its own, and with what the operator gave', async () => {
    const prepared = await preparedFor(boards)
    const governed = agentWith(prepared, await generateGovernanceKeys('recorded'))
    const seller = await salesAgent()
    const sales = agentConnection({
      url: seller.url,
      credentials: { token: 'sales-token-0123456789' },
      limits: defaultLimits,
      clock,
    })
    const recorded = await overLoopback(governed, {}, (governance) => {
      const line = among(new Map(Object.entries({ sales, governance })), 'sales')
      return recordRun(line, prepared, realManner({ context: { anything: 'given-by-hand' } }))
    }).finally(() => seller.close())
    expect(recorded.report.settings.context).toEqual({ anything: 'given-by-hand' })
    await proves(recorded, ['sales-token-0123456789'])
  }, 60_000)

  it('as an OAuth client', async () => {
    const prepared = await preparedFor(boards)
    const { url, tokens, server, close } = await agentBehindOAuth()
    const principals = { seller: { oauth: oauthClient(server, 'seller') } }
    const credentials = { oauth: oauthClient(server, 'buyer'), principals }
    const connection = agentConnection({ url, credentials, limits: defaultLimits, clock })
    const recorded = await recordRun(connection, prepared, realManner()).finally(close)
    const basic = Buffer.from('tester:very-secret-secret').toString('base64')
    expect(tokens.size).toBe(2)
    await proves(recorded, [...tokens.keys(), 'very-secret-secret', basic])
  }, 60_000)
})

/** Says that it sells, and answers to nothing else. */
function salesAgent() {
  const capabilities = { adcp: { major_versions: [3] }, supported_protocols: ['media_buy'] }
  const tools = [{ name: 'get_adcp_capabilities', inputSchema: { type: 'object' } }]
  return agent({
    onCall: (message, response) => {
      const reply = message.method === 'tools/list' ? { tools } : { content: [], structuredContent: capabilities }
      json(response, result(message, reply))
    },
  })
}

const archive = join(packageRoot(), '..', 'shared', 'adcp', 'adcp-3.1.19.tgz')
const there = existsSync(archive)
if (!there) console.warn(`skipped: evidence of a run by AdCP 3.1, because its bundle is not at ${archive}`)

describe.skipIf(!there)('a run by AdCP 3.1', () => {
  let bundles = ''
  beforeAll(async () => {
    bundles = await mkdtemp(join(tmpdir(), 'bundles-'))
    await addBundle(archive, bundles)
  }, 60_000)
  afterAll(() => rm(bundles, { recursive: true, force: true }))

  it('is derived again where its schemas are installed, and refused where they are not', async () => {
    const prepared = await prepare('3.1', { kind: 'storyboards', names: boards }, { bundles })
    const agent = agentWith(prepared, await generateGovernanceKeys('recorded'))
    const recorded = await overLoopback(agent, {}, (line) => recordRun(line, prepared, realManner()))
    const bundle = await openBundle(await proves(recorded, [], bundles))
    await expect(verifyBundle(bundle, join(bundles, 'none'))).rejects.toThrow(/3\.1\.19[\s\S]*bundle add/)
  }, 60_000)
})
