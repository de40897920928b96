import type { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage } from 'node:http'
import type { FetchLike } from '@modelcontextprotocol/sdk/shared/transport.js'
import type { Json, JsonObject } from '../model/json.ts'
import { isJsonObject } from '../model/json.ts'
import type { Authorization } from './authorization.ts'
import { streamed } from './event-stream.ts'
import { httpError, redirected } from './http-error.ts'
import { parseJson } from './parse-json.ts'
import { Refused, unreachable } from './refusal.ts'
import { readAnswer } from './rpc-answer.ts'
import type { Outgoing, Sockets } from './sockets.ts'
import { cutAfter, letGo } from './sockets.ts'
import type { Turn } from './turn.ts'
import type { Visit } from './visit.ts'
import { counted, mediaType, quoted, refuse, sdkHeaders } from './visit.ts'

const errorBodyBytes = 64 * 1024
const errorBodyMs = 2_000

/**
 * The fetch given to the SDK. It writes every request into the current turn, reads the answer off the wire before the SDK
 * does (the SDK drops members it does not know, and loses replies it finds malformed), and holds the limits.
 * Resolves only with what can be an answer; anything else rejects with Refused.
 */
export function recordingFetch(
  turns: AsyncLocalStorage<Turn>,
  sockets: Sockets,
  authorization?: Authorization,
): FetchLike {
  return async (input, init = {}) => {
    const turn = turns.getStore()
    if (!turn) throw new Error('an HTTP request outside of any turn')
    const request = {
      method: init.method ?? 'GET',
      url: new URL(input),
      headers: Object.fromEntries(new Headers(init.headers)),
      body: typeof init.body === 'string' ? init.body : '',
    }
    const credential = await authorization?.current(turn.signal)
    return await send({ ...request, headers: { ...request.headers, ...credential } }, turn, { sockets, authorization })
  }
}

interface Wire {
  readonly sockets: Sockets
  readonly authorization?: Authorization | undefined
}

async function send(request: Outgoing, turn: Turn, wire: Wire): Promise<Response> {
  const call = request.body === '' ? undefined : asCall(JSON.parse(request.body))
  if (call) turn.sent = call
  const visit = { turn, trace: turn.trace(request), url: request.url, method: request.method, call }
  try {
    const response = await wire.sockets.send(request, turn.signal)
    visit.trace.answered(response)
    const better = response.statusCode === 401 && (await wire.authorization?.renewed(request.headers, turn.signal))
    if (!better) return await receive(response, visit)
    letGo(response)
    // Both attempts stand in the record; the second one is the last, whatever it is answered with.
    visit.trace.ended('sent again with a renewed token')
    return await send({ ...request, headers: { ...request.headers, ...better } }, turn, { sockets: wire.sockets })
  } catch (error) {
    throw refuse(error, visit)
  }
}

function asCall(message: Json | undefined): JsonObject | undefined {
  return isJsonObject(message) && typeof message.method === 'string' && message.id !== undefined ? message : undefined
}

async function receive(response: IncomingMessage, visit: Visit): Promise<Response> {
  const status = response.statusCode ?? 0
  if (status >= 400) throw new Refused(httpError(response, await readStart(response, visit), visit.call?.id))
  if (status >= 300) throw new Refused(redirected(letGo(response), visit.url))
  if (visit.method === 'GET') return await document(response, visit)
  if (!visit.call) return acknowledged(letGo(response), visit)
  const id = visit.call.id as Json
  return mediaType(response) === 'text/event-stream' ? streamed(response, visit, id) : whole(response, visit, id)
}

/** No answer is due. Always 204: at a 202 the SDK would open a standing stream, which nothing of ours needs. */
function acknowledged(response: IncomingMessage, visit: Visit): Response {
  visit.trace.ended()
  return new Response(null, { status: 204, headers: sdkHeaders(response) })
}

/** Something that the agent publishes. A standing stream, which MCP servers open at a GET, has no end to wait for. */
async function document(response: IncomingMessage, visit: Visit): Promise<Response> {
  if (mediaType(response) === 'text/event-stream') throw new Refused(notADocument(letGo(response)))
  const text = await readAll(response, visit)
  visit.trace.ended()
  return new Response(text, { status: 200, headers: sdkHeaders(response) })
}

async function readAll(response: IncomingMessage, visit: Visit): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of counted(response, visit)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

async function whole(response: IncomingMessage, visit: Visit, id: Json): Promise<Response> {
  const text = await readAll(response, visit)
  const answer = mediaType(response) === 'application/json' ? readAnswer(parseJson(text), id) : undefined
  if (!answer) throw new Refused(notAnAnswer(response, text))
  visit.trace.ended()
  visit.turn.answered(answer)
  return new Response(text, { status: 200, headers: sdkHeaders(response) })
}

/** The start of an error's body. The status is the answer already, so whatever goes wrong here is of no account. */
async function readStart(response: IncomingMessage, visit: Visit): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  cutAfter(response, errorBodyMs)
  try {
    for await (const chunk of counted(response, visit)) {
      chunks.push(chunk)
      size += chunk.length
      if (size >= errorBodyBytes) break
    }
  } catch {
    // What came before is kept.
  }
  return Buffer.concat(chunks).toString('utf8')
}

function notADocument({ statusCode }: IncomingMessage) {
  return unreachable('not_protocol', `the agent answered HTTP ${statusCode} with an event stream instead of a document`)
}

function notAnAnswer(response: IncomingMessage, text: string) {
  const type = mediaType(response) || 'no content type'
  const message = `the agent answered HTTP ${response.statusCode} (${type}) without an answer to the call: ${quoted(text)}`
  return unreachable('not_protocol', message)
}
