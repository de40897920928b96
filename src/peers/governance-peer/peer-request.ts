import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import type { PeerRequest } from '../../model/peer-request.ts'

export type { PeerRequest } from '../../model/peer-request.ts'

/** A request that calls a tool. */
export type PeerCall = PeerRequest & { readonly tool: string; readonly arguments: JsonObject }

export function isCall(request: PeerRequest): request is PeerCall {
  return request.tool !== undefined
}

const shown = ['content-type', 'content-length', 'accept', 'user-agent', 'host', 'mcp-protocol-version']

/** The headers that may stand in a report. */
export function shownHeaders({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  const kept = shown.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])] as const]))
  return Object.fromEntries(kept)
}

export function credentialOf({ headers }: IncomingMessage, expected: string | undefined): PeerRequest['credential'] {
  const { authorization } = headers
  if (authorization === undefined) return 'none'
  return expected !== undefined && authorization === `Bearer ${expected}` ? 'expected' : 'other'
}

/** The tool that a JSON-RPC message calls; {} for any other message. */
export function toolIn(message: Json | undefined): Pick<PeerRequest, 'tool' | 'arguments'> {
  if (!isJsonObject(message) || message.method !== 'tools/call' || !isJsonObject(message.params)) return {}
  const { name, arguments: args } = message.params
  return typeof name === 'string' ? { tool: name, arguments: isJsonObject(args) ? args : {} } : {}
}

/** By what two copies of a governance context can be told to be the same, where it is no longer shown. */
export function contextHashOf({ arguments: args }: Pick<PeerRequest, 'arguments'>): Partial<PeerRequest> {
  const context = args?.governance_context
  if (typeof context !== 'string') return {}
  return { governanceContextHash: `sha256:${createHash('sha256').update(context).digest('hex')}` }
}

/** Characters kept of a body that nothing can be made of. */
const shownBody = 2_000

/** What is kept of a body. */
export function bodyOf(came: {
  readonly body: string
  readonly problem?: string
  readonly bytes?: Buffer
}): Pick<PeerRequest, 'body' | 'bodySha256' | 'problem'> {
  const { body, problem, bytes } = came
  return {
    body: problem === undefined ? body : body.slice(0, shownBody),
    ...(bytes && { bodySha256: createHash('sha256').update(bytes).digest('hex') }),
    ...(problem !== undefined && { problem }),
  }
}
