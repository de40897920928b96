import type { SafeReply } from '../../../keys/safe-send.ts'
import type { JsonObject } from '../../../model/json.ts'
import type { Probes } from '../probes.ts'

const protocol = '2025-06-18'
const accept = { accept: 'application/json, text/event-stream' }

/** A session of plain HTTP requests with an MCP agent, for requests that no client would make. */
export interface McpProbe {
  /** Headers that each request of the session carries. */
  readonly headers: Readonly<Record<string, string>>
}

/** Opens a session, as agents that hold sessions insist; one that hands out no id needs none. */
export async function openMcpProbe(url: string, probes: Probes): Promise<McpProbe> {
  const credentials = await probes.credentials()
  const opened = await post(url, initialize, { ...credentials, ...accept }, probes)
  const id = 'headers' in opened ? opened.headers['mcp-session-id'] : undefined
  const headers = {
    ...accept,
    'mcp-protocol-version': protocol,
    ...(id === undefined ? {} : { 'mcp-session-id': id }),
  }
  await post(url, { jsonrpc: '2.0', method: 'notifications/initialized' }, { ...credentials, ...headers }, probes)
  return { headers }
}

const initialize: JsonObject = {
  jsonrpc: '2.0',
  id: 'initialize',
  method: 'initialize',
  params: {
    protocolVersion: protocol,
    capabilities: {},
    clientInfo: { name: 'adcp-gov-comply', version: 'request-signing-probe' },
  },
}

function post(
  url: string,
  body: JsonObject,
  headers: Readonly<Record<string, string>>,
  probes: Probes,
): Promise<SafeReply> {
  const text = JSON.stringify(body)
  return probes.send({ url, method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: text })
}
