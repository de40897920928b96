import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { FetchLike } from '@modelcontextprotocol/sdk/shared/transport.js'
import type { JsonSchemaValidatorResult } from '@modelcontextprotocol/sdk/validation/types.js'
import type { McpOptions } from './mcp-line.ts'

export interface SdkClient {
  readonly client: Client
  readonly transport: StreamableHTTPClientTransport
}

const noReconnection = {
  maxRetries: 0,
  initialReconnectionDelay: 0,
  maxReconnectionDelay: 0,
  reconnectionDelayGrowFactor: 1,
}

/** The official SDK, told to decide nothing: it validates no output, follows nothing, and reconnects to nothing. */
export function sdkClient({ url, headers, clientInfo }: McpOptions, fetch: FetchLike): SdkClient {
  const userAgent = `${clientInfo.name}/${clientInfo.version}`
  const client = new Client(clientInfo, {
    capabilities: {},
    jsonSchemaValidator: { getValidator: () => acceptAnything },
  })
  const transport = new StreamableHTTPClientTransport(new URL(url), {
    fetch,
    requestInit: { headers: { 'user-agent': userAgent, ...headers }, redirect: 'manual' },
    reconnectionOptions: noReconnection,
  })
  return { client, transport }
}

/** A pattern in an outputSchema that the agent publishes could hang a real validator for good. */
function acceptAnything<T>(data: unknown): JsonSchemaValidatorResult<T> {
  return { valid: true, data: data as T, errorMessage: undefined }
}
