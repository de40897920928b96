import https from 'node:https'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import { unvalidated } from '../http/unvalidated.ts'
import { guardedFetch } from './guarded-fetch.ts'
import { type GovernanceReply, type Outbound, OutOfReach } from './outbound.ts'
import type { GovernanceAgentEntry } from './state.ts'

export interface HttpOutboundOptions {
  /** A certificate to be trusted beside the usual ones. PEM. */
  readonly certificate?: string
  /** Whether addresses of this machine are asked: for a seller that is tested on it. */
  readonly loopback: boolean
  /** Milliseconds that a governance agent has for one answer. */
  readonly timeoutMs: number
}

/** Reaches governance agents over MCP, and fetches what they publish under the guard that such addresses need. */
export function httpOutbound(options: HttpOutboundOptions): Outbound {
  // A question takes four requests, and its token three documents more: they share their connections.
  const way = { ...options, agent: new https.Agent({ keepAlive: true }) }
  return {
    check: (agent, args) => outOfReachOr(checkOverMcp(agent, args, way)),
    document: (url) => outOfReachOr(fetchDocument(url, way)),
    anyDocument: (url) => outOfReachOr(fetchAnything(url, way)),
  }
}

interface Way extends HttpOutboundOptions {
  readonly agent: https.Agent
}

/** Whatever goes wrong on the way is one thing: there is no answer. */
async function outOfReachOr<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw new OutOfReach('no answer', { cause: error })
  }
}

async function checkOverMcp(
  { url, credential }: GovernanceAgentEntry,
  args: JsonObject,
  way: Way,
): Promise<GovernanceReply> {
  const transport = new StreamableHTTPClientTransport(new URL(url), {
    fetch: async (to, init) => (init?.method === 'GET' ? noStream() : await guardedFetch(new URL(to), init, way)),
    requestInit: { headers: { authorization: `Bearer ${credential}` } },
  })
  const client = new Client({ name: 'reference-seller', version: '3.0' }, { jsonSchemaValidator: unvalidated })
  const within = { timeout: way.timeoutMs }
  try {
    // The SDK declares its own class looser than its own interface (exactOptionalPropertyTypes).
    await client.connect(transport as Transport, within)
    const result = await client.callTool({ name: 'check_governance', arguments: { ...args } }, undefined, within)
    if (!isJsonObject(result.structuredContent)) throw new OutOfReach('an answer without structured content')
    return { payload: result.structuredContent, isError: result.isError === true }
  } finally {
    await client.close()
  }
}

/** What the agent may want to say unasked is not listened to: whoever is asked answers in the reply. */
function noStream(): Response {
  return new Response(null, { status: 405 })
}

async function fetchDocument(address: string, way: Way): Promise<Json> {
  const init = { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(way.timeoutMs) }
  const response = await guardedFetch(new URL(address), init, way)
  if (response.status !== 200) throw new OutOfReach(`HTTP ${response.status}`)
  return (await response.json()) as Json
}

/** Where one redirect leads; the address itself where there is none. */
async function redirectedTo(address: string, way: Way): Promise<string> {
  const { headers } = await guardedFetch(new URL(address), { signal: AbortSignal.timeout(way.timeoutMs) }, way)
  return new URL(headers.get('location') ?? '', address).href
}

async function fetchAnything(url: string, way: Way): Promise<Json> {
  if (url.startsWith('https:')) return await fetchDocument(await redirectedTo(url, way), way)
  const response = await fetch(url, { signal: AbortSignal.timeout(way.timeoutMs) })
  return (await response.json()) as Json
}
