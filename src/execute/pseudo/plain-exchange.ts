import type { SafeReply, SafeRequest } from '../../keys/safe-send.ts'
import type { Exchange, HttpReply, Unreachable } from '../../model/exchange.ts'
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import { reportableHeaderNames } from '../../model/reportable-headers.ts'
import type { RunContext } from '../run-context.ts'
import type { Probes } from './probes.ts'

const longestBody = 16 * 1024

/** Sends one plain HTTP request, and tells it as an exchange for checks and the report. Never rejects. */
export async function plainExchange(
  operation: string,
  request: Omit<SafeRequest, 'limits'>,
  { clock }: Pick<RunContext, 'clock'>,
  probes: Probes,
): Promise<{ readonly exchange: Exchange; readonly answer: SafeReply }> {
  const began = clock.now()
  const answer = await probes.send(request)
  const durationMs = clock.now() - began
  const startedAt = new Date(began).toISOString()
  const { method = 'GET', url, body = '' } = request
  const reply = replyOf(answer)
  const response =
    reply.kind === 'http' && 'text' in answer
      ? { status: reply.status, headers: reply.headers, responseBytes: Buffer.byteLength(answer.text) }
      : { responseBytes: 0, failure: reply.kind === 'unreachable' ? reply.message : '' }
  const record = { method, url, requestBytes: Buffer.byteLength(body), startedAt, durationMs, ...response }
  const payload = parsed(body)
  const sent = { transport: 'http', operation, url, payload: isJsonObject(payload) ? payload : {} } as const
  return { exchange: { request: sent, reply, startedAt, durationMs, http: [record] }, answer }
}

function replyOf(answer: SafeReply): HttpReply | Unreachable {
  if ('problem' in answer) {
    const cause = answer.cause === 'timeout' ? 'timeout' : 'closed'
    return { kind: 'unreachable', cause, message: answer.problem }
  }
  const payload = parsed(answer.text)
  const shown = reportableHeaderNames.filter((name) => answer.headers[name] !== undefined)
  return {
    kind: 'http',
    status: answer.status,
    headers: Object.fromEntries(shown.map((name) => [name, answer.headers[name] ?? ''])),
    payload: isJsonObject(payload) ? payload : undefined,
    body: answer.text.slice(0, longestBody),
  }
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

/** The JSON object of a plain reply; undefined for any other reply. */
export function objectIn({ reply }: Exchange): JsonObject | undefined {
  return reply.kind === 'http' ? reply.payload : undefined
}
