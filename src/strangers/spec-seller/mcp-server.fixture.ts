import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { JsonObject } from '../../model/json.ts'

export interface Answer {
  readonly payload: JsonObject
  readonly isError?: boolean
}

export interface Tools {
  readonly names: readonly string[]
  call(tool: string, args: JsonObject, principal: string): Promise<Answer>
}

interface Rpc {
  readonly id?: number | string
  readonly method?: string
  readonly params?: { readonly name?: string; readonly arguments?: JsonObject; readonly protocolVersion?: string }
}

/** MCP by hand: no sessions, every reply a stream of one event, GET and DELETE not allowed. */
export async function serveTools(principals: ReadonlyMap<string, string>, tools: () => Tools) {
  const server = createServer((request, response) => {
    void answer(request, response, principals, tools).catch(() => response.destroy())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/adcp/v3/mcp`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  principals: ReadonlyMap<string, string>,
  tools: () => Tools,
): Promise<void> {
  if (request.method !== 'POST') return void response.writeHead(405, { allow: 'POST' }).end()
  const principal = principals.get((request.headers.authorization ?? '').replace(/^Bearer /, ''))
  if (principal === undefined) return void response.writeHead(401, { 'www-authenticate': 'Bearer' }).end()
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const message = JSON.parse(Buffer.concat(chunks).toString()) as Rpc
  if (message.id === undefined) return void response.writeHead(202).end()
  const said = await reply(message, principal, tools())
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.end(`event: message\ndata: ${JSON.stringify({ jsonrpc: '2.0', id: message.id, ...said })}\n\n`)
}

async function reply({ method, params = {} }: Rpc, principal: string, tools: Tools): Promise<JsonObject> {
  switch (method) {
    case 'initialize':
      return {
        result: { protocolVersion: params.protocolVersion ?? '2025-06-18', capabilities: { tools: {} }, serverInfo },
      }
    case 'ping':
      return { result: {} }
    case 'tools/list':
      return { result: { tools: tools.names.map((name) => ({ name, inputSchema: { type: 'object' } })) } }
    case 'tools/call': {
      const { payload, isError = false } = await tools.call(params.name ?? '', params.arguments ?? {}, principal)
      return {
        result: {
          content: [{ type: 'text', text: 'See the structured content.' }],
          structuredContent: payload,
          isError,
        },
      }
    }
    default:
      return { error: { code: -32601, message: `There is no ${method}.` } }
  }
}

const serverInfo = { name: 'harbour-video', version: '4.2.0' }
