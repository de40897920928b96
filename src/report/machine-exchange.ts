import type { Exchange, Reply } from '../model/exchange.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { reportableHeaderNames } from '../model/reportable-headers.ts'
import { cutJson, cutText, members } from './machine-size.ts'

/** runner-output-contract, request. Headers are left out, as the contract advises. */
export function requestRecord({ request }: Exchange, limit: number): JsonObject {
  return {
    transport: request.transport,
    ...(request.via && { via: request.via }),
    operation: request.operation,
    payload: cutJson(request.payload, limit),
    url: request.url,
  }
}

/** runner-output-contract, response; null when nothing came back. */
export function responseRecord(exchange: Exchange, limit: number): JsonObject | null {
  const { reply, request, durationMs } = exchange
  if (reply.kind === 'unreachable') return null
  const last = exchange.http.at(-1)
  const http = reply.kind === 'http_error' || reply.kind === 'http' ? reply : last
  return members({
    transport: request.transport,
    payload: cutJson(payloadOf(reply), limit),
    status: http?.status,
    headers: http?.headers && allowed(http.headers),
    duration_ms: Math.round(durationMs),
    task_state: reply.kind === 'task' ? reply.interim : undefined,
  })
}

/** runner-output-contract, extraction; every step carries one, sent or not. */
export function extractionRecord(exchange: Exchange | undefined): JsonObject {
  if (!exchange) return { path: 'none', note: 'no request was sent' }
  const { reply } = exchange
  switch (reply.kind) {
    case 'task':
      return members({ ...reply.extraction })
    case 'rpc_error':
      return { path: 'error', note: `JSON-RPC error ${reply.code}: ${cutText(reply.message)}` }
    case 'http_error':
      return { path: 'none', note: `HTTP ${reply.status}, no protocol message` }
    case 'http':
      return { path: 'none', note: `HTTP ${reply.status}, a plain probe` }
    case 'unreachable':
      return { path: 'none', note: unreachableNote(reply) }
    default:
      return reply satisfies never
  }
}

/** What the official client makes of the reply; undefined when it was not asked. */
export function secondOpinionRecord(exchange: Exchange | undefined): JsonObject | undefined {
  const opinion = exchange?.secondOpinion
  if (!opinion) return undefined
  const { client, payload, detail } = opinion
  return members({ client, payload, detail: detail === undefined ? undefined : cutText(detail) })
}

/** Why nothing came back, in words. */
export function unreachableNote(reply: Extract<Reply, { kind: 'unreachable' }>): string {
  return `${reply.cause}: ${cutText(reply.message)}`
}

function payloadOf(reply: Exclude<Reply, { kind: 'unreachable' }>): Json {
  if (reply.kind === 'http') return reply.payload ?? reply.body
  return reply.kind === 'http_error' ? reply.body : reply.raw
}

function allowed(headers: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => reportableHeaderNames.includes(name.toLowerCase())),
  )
}
