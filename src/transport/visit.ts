import type { IncomingMessage } from 'node:http'
import type { JsonObject } from '../model/json.ts'
import type { HttpTrace } from './http-trace.ts'
import { networkFailure } from './network-failure.ts'
import type { Refusal } from './refusal.ts'
import { Refused, unreachable } from './refusal.ts'
import { decoded } from './sockets.ts'
import type { Turn } from './turn.ts'

/** One HTTP request and its response. `call` is our JSON-RPC request, when the body was one: then an answer is due. */
export interface Visit {
  readonly turn: Turn
  readonly trace: HttpTrace
  readonly url: URL
  readonly method: string
  readonly call: JsonObject | undefined
}

/**
 * Writes down why the visit came to nothing.
 * @throws the error itself when neither the agent nor the network made it.
 */
export function refuse(error: unknown, { turn, trace, call }: Visit): Refused {
  const reply = refusalIn(turn.signal.aborted ? turn.signal.reason : error)
  if (!reply) {
    turn.failed(error)
    throw error
  }
  trace.ended(reply.kind === 'unreachable' ? reply.message : undefined)
  turn.refusal = reply
  if (call) turn.answered(reply)
  return new Refused(reply)
}

function refusalIn(error: unknown): Refusal | undefined {
  return error instanceof Refused ? error.reply : networkFailure(error)
}

/** The decoded body, counted and cut at the limit. */
export async function* counted(response: IncomingMessage, { trace, turn }: Visit): AsyncGenerator<Uint8Array> {
  const { maxBodyBytes } = turn.limits
  for await (const chunk of decoded(response) as AsyncIterable<Uint8Array>) {
    if (trace.received(chunk.length) > maxBodyBytes) throw new Refused(tooLarge(maxBodyBytes))
    yield chunk
  }
}

function tooLarge(maxBodyBytes: number): Refusal {
  return unreachable(
    'too_large',
    `the answer is larger than ${maxBodyBytes.toLocaleString('en')} bytes; reading stopped there`,
  )
}

/** The media type, without its parameters, in lower case; '' when there is none. */
export function mediaType(response: IncomingMessage): string {
  return response.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''
}

/** What the SDK needs to see of the response's headers. */
export function sdkHeaders(response: IncomingMessage): Record<string, string> {
  const session = response.headers['mcp-session-id']
  return { 'content-type': mediaType(response), ...(session !== undefined && { 'mcp-session-id': String(session) }) }
}

/** For a message: the start of what came, escaped. */
export function quoted(text: string): string {
  return text === '' ? 'nothing' : JSON.stringify(text.slice(0, 120))
}
