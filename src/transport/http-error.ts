import type { IncomingMessage } from 'node:http'
import type { HttpErrorReply, RpcErrorReply, Unreachable } from '../model/exchange.ts'
import type { Json } from '../model/json.ts'
import { reportableHeaders } from './http-trace.ts'
import { parseJson } from './parse-json.ts'
import { unreachable } from './refusal.ts'
import { namesRequest, readAnswer } from './rpc-answer.ts'

const keptCharacters = 2048

/** A 3xx is never followed: the credentials are for this address alone. */
export function redirected(response: IncomingMessage, asked: URL): Unreachable {
  const { location } = response.headers
  const target = location !== undefined && URL.canParse(location, asked.href) ? new URL(location, asked) : undefined
  // Without query and user, which may hold secrets.
  const where = target ? `to ${target.protocol}//${target.host}${target.pathname}` : 'without saying where to'
  return unreachable('redirect', `the agent answered HTTP ${response.statusCode} and redirects ${where}`)
}

/**
 * An HTTP status of 400 and above. A body that is a JSON-RPC error is the answer, save where the status itself says who
 * may enter (401, 403) or that the session is gone (404 that does not name our request).
 */
export function httpError(
  response: IncomingMessage,
  body: string,
  id: Json | undefined,
): HttpErrorReply | RpcErrorReply {
  const status = response.statusCode ?? 0
  const message = parseJson(body)
  const answer = id === undefined ? undefined : readAnswer(message, id)
  if (answer?.kind === 'rpc_error' && !statusDecides(status, message, id)) return answer
  return { kind: 'http_error', status, headers: reportableHeaders(response), body: body.slice(0, keptCharacters) }
}

function statusDecides(status: number, message: Json | undefined, id: Json | undefined): boolean {
  if (status === 401 || status === 403) return true
  return status === 404 && (id === undefined || !namesRequest(message, id))
}
