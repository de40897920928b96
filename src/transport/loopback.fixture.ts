import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { JsonObject } from '../model/json.ts'
import type { McpOptions } from './index.ts'

/** A request as the server saw it. */
export interface Seen {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Loopback {
  readonly url: string
  /** Without a path. */
  readonly origin: string
  readonly seen: readonly Seen[]
  /** The JSON-RPC methods that were asked for, in order, and the HTTP method of requests without a body. */
  readonly asked: () => readonly string[]
  readonly openSockets: () => Promise<number>
  close(): Promise<void>
}

/** A real HTTP server on a free port of 127.0.0.1. */
export async function listen(handle: (seen: Seen, response: ServerResponse) => void): Promise<Loopback> {
  const seen: Seen[] = []
  const server = createServer(async (request, response) => {
    response.on('error', () => {})
    let body = ''
    for await (const chunk of request.setEncoding('utf8')) body += chunk
    const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body }
    seen.push(one)
    handle(one, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    origin: `http://127.0.0.1:${port}`,
    seen,
    asked: () =>
      seen.map(({ method, path, body }) =>
        body === '' ? (method === 'GET' ? `GET ${path}` : method) : (JSON.parse(body).method as string),
      ),
    openSockets: () => new Promise((resolve) => server.getConnections((_, count) => resolve(count))),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Speaks just enough MCP for a line to open, and hands each tools/call to `onCall`; the parts may be replaced. */
export function agent(parts: {
  onCall: (message: JsonObject, response: ServerResponse) => void
  onDelete?: (response: ServerResponse) => void
  sessionId?: string
}): Promise<Loopback> {
  const headers = parts.sessionId === undefined ? {} : { 'mcp-session-id': parts.sessionId }
  return listen((seen, response) => {
    if (seen.method === 'DELETE') return parts.onDelete ? parts.onDelete(response) : void response.end()
    if (seen.method === 'GET') return void response.writeHead(405).end()
    const message = JSON.parse(seen.body)
    if (message.method === 'initialize') return json(response, result(message, initialized), headers)
    if (message.id === undefined) return void response.writeHead(202).end()
    return parts.onCall(message, response)
  })
}

export const initialized: JsonObject = {
  protocolVersion: '2025-06-18',
  capabilities: { tools: {} },
  serverInfo: { name: 'loopback', version: '1.2.3' },
}

export function result(message: JsonObject, value: unknown): JsonObject {
  return { jsonrpc: '2.0', id: message.id, result: value } as JsonObject
}

export function json(response: ServerResponse, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

export function event(data: unknown): string {
  return `event: message\ndata: ${JSON.stringify(data)}\n\n`
}

export function options(url: string, changes: Partial<McpOptions> = {}): McpOptions {
  return {
    url,
    limits: { callTimeoutMs: 5_000 },
    clock: { now: () => Date.now() },
    clientInfo: { name: 'test', version: '0' },
    ...changes,
  }
}
