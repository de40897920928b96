import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import { CallToolRequestSchema, ListToolsRequestSchema, McpError } from '@modelcontextprotocol/sdk/types.js'
import type { JsonObject } from '../model/json.ts'

export interface SdkAgent {
  readonly url: string
  /** HTTP methods in order of arrival. */
  readonly methods: readonly string[]
  readonly sessions: () => number
  close(): Promise<void>
}

export interface SdkTools {
  readonly [name: string]: (args: JsonObject) => unknown
}

/** An agent built with the official SDK: sessions are required, as by its own examples. */
export async function sdkAgent(tools: SdkTools, enableJsonResponse: boolean): Promise<SdkAgent> {
  const sessions = new Map<string, StreamableHTTPServerTransport>()
  const methods: string[] = []
  const http = createServer(async (request, response) => {
    methods.push(request.method ?? '')
    const id = request.headers['mcp-session-id']
    const open = typeof id === 'string' ? sessions.get(id) : undefined
    if (id !== undefined && !open) return void response.writeHead(404).end()
    await (open ?? (await openSession(tools, enableJsonResponse, sessions))).handleRequest(request, response)
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/mcp`,
    methods,
    sessions: () => sessions.size,
    close: async () => {
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}

async function openSession(
  tools: SdkTools,
  enableJsonResponse: boolean,
  sessions: Map<string, StreamableHTTPServerTransport>,
): Promise<StreamableHTTPServerTransport> {
  const transport: StreamableHTTPServerTransport = new StreamableHTTPServerTransport({
    sessionIdGenerator: randomUUID,
    enableJsonResponse,
    onsessioninitialized: (id) => void sessions.set(id, transport),
    onsessionclosed: (id) => void sessions.delete(id),
  })
  await server(tools).connect(transport as Transport)
  return transport
}

/** The patterns of the published schemas would hang a client that applied them. */
const outputSchema = { type: 'object', properties: { check_id: { type: 'string', pattern: '^(a+)+$' } } }

function server(tools: SdkTools): Server {
  const server = new Server({ name: 'sdk-agent', version: '9.9.9' }, { capabilities: { tools: {} } })
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: Object.keys(tools).map((name) => ({ name, inputSchema: { type: 'object' as const }, outputSchema })),
  }))
  server.setRequestHandler(CallToolRequestSchema, ({ params }) => {
    const tool = tools[params.name]
    if (!tool) throw new McpError(-32602, `Unknown tool: ${params.name}`)
    return tool((params.arguments ?? {}) as JsonObject) as { content: [] }
  })
  return server
}
