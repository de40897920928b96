import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { UsageError } from '../errors.ts'
import type { GovernanceAgent } from './governance-agent/agent.ts'
import { readJson } from './http/body.ts'
import { principalOf } from './http/principal.ts'
import { sendJson } from './http/send.ts'
import { McpSessions } from './http/sessions.ts'
import { wellKnown } from './http/well-known.ts'
import type { Wire } from './http/wire.ts'

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port: number
  readonly host?: string
  readonly agent: GovernanceAgent
  /** Who each bearer token belongs to. Without it, every caller is "anonymous". */
  readonly bearerTokens?: ReadonlyMap<string, string>
  /** How replies travel; every choice has a default. */
  readonly wire?: Wire
  /** Told of every bug of ours; callers only learn that the agent failed. */
  readonly onBug?: (error: unknown) => void
}

export interface ServedAgent {
  /** The MCP endpoint. */
  readonly url: string
  /** Ends every session and connection. */
  close(): Promise<void>
}

/**
 * Serves a governance agent over MCP (streamable HTTP) at /mcp, with its keys and revocation list at /.well-known/.
 * @throws UsageError when the port is taken or may not be used.
 */
export async function serveGovernanceAgent(options: ServeOptions): Promise<ServedAgent> {
  const { port, host = '127.0.0.1' } = options
  const sessions = new McpSessions(options.agent, options.wire)
  const server = createServer((request, response) => {
    answer(request, response, options, sessions).catch((error: unknown) => {
      options.onBug?.(error)
      fail(response)
    })
  })
  await listen(server, port, host)
  const { port: bound } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/mcp`,
    async close() {
      await sessions.close()
      await new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      })
    },
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { agent, bearerTokens }: ServeOptions,
  sessions: McpSessions,
): Promise<void> {
  const path = (request.url ?? '/').split('?')[0] ?? '/'
  if (path.startsWith('/.well-known/')) return await answerWellKnown(path, request, response, agent)
  if (path !== '/mcp') return sendJson(response, 404, { error: 'This agent answers at /mcp.' })
  const principal = principalOf(request, bearerTokens)
  if (principal === undefined) return sendJson(response, 401, { error: 'A bearer token is needed.' }, challenge)
  if (request.method !== 'POST') return await sessions.answer(request, response, principal)
  const body = await readJson(request)
  if ('problem' in body) return sendJson(response, body.status, { error: body.problem }, { connection: 'close' })
  await sessions.answer(request, response, principal, body.json)
}

const challenge = { 'www-authenticate': 'Bearer' }

async function answerWellKnown(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  agent: GovernanceAgent,
): Promise<void> {
  if (request.method !== 'GET') return sendJson(response, 405, { error: 'Only GET is allowed.' }, { allow: 'GET' })
  const document = await wellKnown(path, agent)
  if (document === undefined) return sendJson(response, 404, { error: 'There is no such document.' })
  sendJson(response, 200, document)
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, refuse) => {
    server.once('error', (error: NodeJS.ErrnoException) => refuse(portProblem(error, port, host)))
    server.listen(port, host, () => done())
  })
}

function portProblem(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE') return new UsageError(`port ${port} is in use: give another one, or 0 for any`)
  if (error.code === 'EACCES') return new UsageError(`port ${port} may not be used: give one above 1023`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return new UsageError(`no address ${host} here`)
  return error
}

function fail(response: ServerResponse): void {
  if (response.headersSent) response.destroy()
  else sendJson(response, 500, { error: 'The agent failed.' })
}
