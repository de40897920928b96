import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request of the official client. */
export interface RelayRequest {
  readonly method: string
  /** Below the relay's own address. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface RelayAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Undefined closes the connection without an answer. */
export type Answerer = (request: RelayRequest, url: string) => Promise<RelayAnswer | undefined>

/** The client's requests are made by us, and are never larger than a request of ours. */
const mostBytes = 8 * 1024 * 1024

/**
 * Stands in for the agent, on an address that only this machine can reach and only the client is told, for as long as `use`
 * takes. `url` ends without a slash.
 */
export async function throughRelay<T>(answer: Answerer, use: (url: string) => Promise<T>): Promise<T> {
  const secret = `/${randomUUID()}`
  const server = createServer()
  const url = `http://127.0.0.1:${await portOf(server)}${secret}`
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith(secret)) return void response.writeHead(404).end()
    serve(request, response, request.url.slice(secret.length), (one) => answer(one, url)).catch(() =>
      response.destroy(),
    )
  })
  try {
    return await use(url)
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  answer: (request: RelayRequest) => Promise<RelayAnswer | undefined>,
): Promise<void> {
  const body = await read(request)
  const given = await answer({ method: request.method ?? 'GET', path, headers: headersOf(request), body })
  if (!given) return void response.destroy()
  response.writeHead(given.status, { ...given.headers }).end(given.body)
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size > mostBytes) throw new Error('the request is too large to be relayed')
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Those that belong to one connection stay there. */
const ownToConnection = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'accept-encoding',
  'keep-alive',
])

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || ownToConnection.has(name) ? [] : [[name, String(value)]],
    ),
  )
}
