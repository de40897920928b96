import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { UsageError } from '../../errors.ts'
import { readJson } from '../http/body.ts'
import { principalOf } from '../http/principal.ts'
import { sendJson } from '../http/send.ts'
import { McpSessions } from '../http/sessions.ts'
import { type Seller, sellerTasks } from './seller.ts'

export interface ServeSellerOptions {
  /** 0 takes any free port. */
  readonly port: number
  readonly host?: string
  readonly seller: Pick<Seller, 'handle'>
  /** Tasks that it does not offer; none when absent. */
  readonly withheld?: readonly string[]
  /** Who each bearer token belongs to. Without it, every caller is "anonymous". */
  readonly bearerTokens?: ReadonlyMap<string, string>
  /** Told of every bug of ours; callers only learn that the seller failed. */
  readonly onBug?: (error: unknown) => void
}

export interface ServedSeller {
  /** The MCP endpoint. */
  readonly url: string
  close(): Promise<void>
}

/** Milliseconds: whoever is busy for a while must not hang up on a request that has just come. */
const keepAliveTimeout = 60_000

/**
 * Serves a seller over MCP (streamable HTTP) at /mcp.
 * @throws UsageError when the port is taken or may not be used
 */
export async function serveSeller(options: ServeSellerOptions): Promise<ServedSeller> {
  const { port, host = '127.0.0.1', seller, withheld = [] } = options
  const tasks = sellerTasks.filter((task) => !withheld.includes(task))
  const sessions = new McpSessions(seller, {}, { name: 'reference-seller', tasks })
  const server = createServer({ keepAliveTimeout }, (request, response) => {
    answer(request, response, sessions, options.bearerTokens).catch((error: unknown) => {
      options.onBug?.(error)
      if (response.headersSent) response.destroy()
      else sendJson(response, 500, { error: 'The seller failed.' })
    })
  })
  await new Promise<void>((done, refuse) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      refuse(
        new UsageError(`the seller cannot listen on ${host}:${port} (${error.code}): give another port, or 0 for any`),
      ),
    )
    server.listen(port, host, () => done())
  })
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}/mcp`,
    async close() {
      await sessions.close()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  sessions: McpSessions,
  tokens: ReadonlyMap<string, string> | undefined,
): Promise<void> {
  if (request.url?.split('?')[0] !== '/mcp') return sendJson(response, 404, { error: 'This seller answers at /mcp.' })
  const principal = principalOf(request, tokens)
  if (principal === undefined)
    return sendJson(response, 401, { error: 'A bearer token is needed.' }, { 'www-authenticate': 'Bearer' })
  if (request.method !== 'POST') return await sessions.answer(request, response, principal)
  const body = await readJson(request)
  if ('problem' in body) return sendJson(response, body.status, { error: body.problem }, { connection: 'close' })
  await sessions.answer(request, response, principal, body.json)
}
