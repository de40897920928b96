import type { Exchange } from '../model/exchange.ts'
import { compactJson, terminalSafe } from './terminal-safe.ts'

/** The call in one line, cut after `max` characters of its arguments. */
export function sent({ request }: Exchange, max = 200): string {
  return `${request.operation} ${compactJson(request.payload, max)}`
}

/** What came back in one line: the AdCP payload when there is one, else the transport's own words. */
export function answered({ reply }: Exchange, max = 200): string {
  switch (reply.kind) {
    case 'task':
      return compactJson(reply.payload ?? reply.raw, max)
    case 'rpc_error':
      return `JSON-RPC error ${reply.code}: ${terminalSafe(reply.message, max)}`
    case 'http_error':
    case 'http':
      return `HTTP ${reply.status}: ${terminalSafe(reply.body, max)}`
    case 'unreachable':
      return `nothing (${reply.cause}: ${terminalSafe(reply.message, max)})`
    default:
      return reply satisfies never
  }
}
