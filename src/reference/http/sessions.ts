import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AuthInfo } from '@modelcontextprotocol/sdk/server/auth/types.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import { isInitializeRequest } from '@modelcontextprotocol/sdk/types.js'
import type { GovernanceAgent } from '../governance-agent/agent.ts'
import { mcpServer, type Offer } from './mcp-server.ts'
import { sendJson } from './send.ts'
import type { Wire } from './wire.ts'

/** Clients that never say goodbye must not fill the memory: the oldest session ends first. */
const mostSessions = 256

/** The open MCP sessions, each with a transport of its own. */
export class McpSessions {
  readonly #open = new Map<string, StreamableHTTPServerTransport>()
  readonly #agent: Pick<GovernanceAgent, 'handle'>
  readonly #wire: Wire
  readonly #offer: Offer | undefined

  constructor(agent: Pick<GovernanceAgent, 'handle'>, wire: Wire = {}, offer?: Offer) {
    this.#agent = agent
    this.#wire = wire
    this.#offer = offer
  }

  /** Hands the request to its session, or opens one for a request that initialises. */
  async answer(request: IncomingMessage, response: ServerResponse, principal: string, body?: unknown): Promise<void> {
    const id = request.headers['mcp-session-id']
    const known = typeof id === 'string' ? this.#open.get(id) : undefined
    if (known === undefined && id !== undefined) return sendJson(response, 404, rpcError('There is no such session.'))
    if (known === undefined && !isInitializeRequest(body))
      return sendJson(response, 400, rpcError('A session starts with initialize.'))
    const transport = known ?? (await this.#start())
    const authorised: IncomingMessage & { auth?: AuthInfo } = request
    authorised.auth = { token: '', clientId: principal, scopes: [] }
    await transport.handleRequest(authorised, response, body)
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map((transport) => transport.close()))
  }

  async #start(): Promise<StreamableHTTPServerTransport> {
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      enableJsonResponse: this.#wire.eventStream !== true,
      onsessioninitialized: (id) => this.#keep(id, transport),
      onsessionclosed: (id) => void this.#open.delete(id),
    })
    // The SDK declares its own class looser than its own interface (exactOptionalPropertyTypes).
    await mcpServer(this.#agent, this.#wire, this.#offer).connect(transport as Transport)
    return transport
  }

  async #keep(id: string, transport: StreamableHTTPServerTransport): Promise<void> {
    this.#open.set(id, transport)
    const [oldest] = this.#open
    if (this.#open.size <= mostSessions || oldest === undefined) return
    this.#open.delete(oldest[0])
    await oldest[1].close()
  }
}

function rpcError(message: string): object {
  return { jsonrpc: '2.0', error: { code: -32000, message }, id: null }
}
