import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { UsageError } from '../errors.ts'
import type { GovernanceAgent } from './governance-agent/agent.ts'
import { agentCard } from './http/a2a-card.ts'
import { type A2aServer, a2aServer } from './http/a2a-server.ts'
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
  /** The agent; or what makes it, for one that has to know its own MCP endpoint. */
  readonly agent: GovernanceAgent | ((url: string) => GovernanceAgent)
  /** Speaks https with it; plain http when absent. PEM. */
  readonly certificate?: { readonly key: string; readonly cert: string }
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
  /** The A2A endpoint, which its agent card names. */
  readonly a2aUrl: string
  /** Ends every session and connection. */
  close(): Promise<void>
}

/**
 * Serves a governance agent over MCP (streamable HTTP) at /mcp and over A2A at /, with its agent card, its keys and its
 * revocation list at /.well-known/.
 * @throws UsageError when the port is taken or may not be used.
 */
export async function serveGovernanceAgent(options: ServeOptions): Promise<ServedAgent> {
  const { port, host = '127.0.0.1', certificate } = options
  const limits = { keepAliveTimeout }
  const server = certificate ? createSecureServer({ ...limits, ...certificate }) : createServer(limits)
  await listen(server, port, host)
  const { port: bound } = server.address() as AddressInfo
  const base = `${certificate ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${bound}/`
  const agent = typeof options.agent === 'function' ? options.agent(`${base}mcp`) : options.agent
  const sessions = new McpSessions(agent, options.wire)
  const card = agentCard(base)
  const a2a = a2aServer(agent, card, options.onBug)
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response, { ...options, agent, sessions, a2a, card }).catch((error: unknown) => {
      options.onBug?.(error)
      fail(response)
    })
  })
  return {
    url: `${base}mcp`,
    a2aUrl: base,
    async close() {
      await sessions.close()
      await new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      })
    },
  }
}

/** Milliseconds: whoever is busy for a while must not hang up on a request that has just come. */
const keepAliveTimeout = 60_000

interface Served extends ServeOptions {
  readonly agent: GovernanceAgent
  readonly sessions: McpSessions
  readonly a2a: A2aServer
  readonly card: object
}

async function answer(request: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
  const path = (request.url ?? '/').split('?')[0] ?? '/'
  if (path.startsWith('/.well-known/')) return await answerWellKnown(path, request, response, served)
  if (path !== '/mcp' && path !== '/')
    return sendJson(response, 404, { error: 'This agent answers at /mcp (MCP) and at / (A2A).' })
  const principal = principalOf(request, served.bearerTokens)
  if (principal === undefined) return sendJson(response, 401, { error: 'A bearer token is needed.' }, challenge)
  if (path === '/') return await answerA2a(request, response, served, principal)
  if (request.method !== 'POST') return await served.sessions.answer(request, response, principal)
  const body = await readBody(request, response)
  if (body) await served.sessions.answer(request, response, principal, body.json)
}

async function answerA2a(
  request: IncomingMessage,
  response: ServerResponse,
  { a2a }: Served,
  principal: string,
): Promise<void> {
  if (request.method !== 'POST') return sendJson(response, 405, { error: 'Only POST is allowed.' }, { allow: 'POST' })
  const body = await readBody(request, response)
  if (body) sendJson(response, 200, await a2a(body.json, principal))
}

/** The JSON of a request; what is none has been refused already. */
async function readBody(request: IncomingMessage, response: ServerResponse): Promise<{ json: unknown } | undefined> {
  const body = await readJson(request)
  if (!('problem' in body)) return body
  sendJson(response, body.status, { error: body.problem }, { connection: 'close' })
  return undefined
}

const challenge = { 'www-authenticate': 'Bearer' }

async function answerWellKnown(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  { agent, card }: Served,
): Promise<void> {
  if (request.method !== 'GET') return sendJson(response, 405, { error: 'Only GET is allowed.' }, { allow: 'GET' })
  const document = path === '/.well-known/agent-card.json' ? card : await wellKnown(path, agent)
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
