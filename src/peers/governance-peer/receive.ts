import type { IncomingMessage, ServerResponse } from 'node:http'
import type { JsonObject } from '../../model/json.ts'
import { sendJson } from '../../reference/http/send.ts'
import { parsedBody, type ReadBody, readBytes } from '../read-delivery.ts'
import { type Disturbance, isDisturbance } from './answer.ts'
import type { House } from './governance-peer.ts'
import { bodyOf, contextHashOf, credentialOf, type PeerRequest, shownHeaders, toolIn } from './peer-request.ts'
import { type Publisher, publishedDocument, redirectFrom } from './publication.ts'

/** Requests kept until they are forgotten: a seller that never stops must not fill the memory. */
export const mostRequests = 2_000

/** Keeps what a request was answered with, of as many requests as are kept. */
export function keepSaid({ said }: House, order: number, answer: JsonObject): void {
  if (said.size < mostRequests) said.set(order, answer)
}

/** Answers one request, and keeps it. Never rejects: what breaks is an answer of 500. */
export async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  house: House,
  door: Door = 'main',
): Promise<void> {
  response.on('error', () => undefined)
  try {
    await answer(request, response, { house, door })
  } catch {
    if (response.headersSent) response.destroy()
    else sendJson(response, 500, { error: 'The hosted agent failed.' })
  }
}

/** Where a request came in: the address of the agent, the one without encryption, that of a stranger, or that of the agent whose list has lapsed. */
type Door = 'main' | 'plain' | 'stranger' | 'lapsed'

interface Visited {
  readonly house: House
  readonly door: Door
}

async function answer(request: IncomingMessage, response: ServerResponse, visited: Visited): Promise<void> {
  const { house, door } = visited
  const path = (request.url ?? '/').split('?')[0] ?? '/'
  const bytes = request.method === 'POST' ? await readBytes(request) : undefined
  const body: ReadBody = bytes === undefined ? { body: '' } : parsedBody(bytes)
  const kept = keep(request, path, { ...body, ...(bytes instanceof Buffer && { bytes }) }, visited)
  if (path.endsWith('/mcp') && (door === 'main' || door === 'lapsed'))
    return await answerMcp(request, response, { body, kept, house })
  await answerDocument(kept, response, visited)
}

type Came = ReadBody & { readonly bytes?: Buffer }

function keep(request: IncomingMessage, path: string, came: Came, { house, door }: Visited): PeerRequest {
  const { requests, options } = house
  house.received += 1
  const call = toolIn(came.payload)
  const kept: PeerRequest = {
    order: house.received,
    at: new Date(options.clock.now()).toISOString(),
    method: request.method ?? '',
    path,
    ...(door === 'plain' && { plain: true }),
    headers: shownHeaders(request),
    credential: credentialOf(request, options.credential),
    ...bodyOf(came),
    ...call,
    ...contextHashOf(call),
  }
  if (requests.length < mostRequests) requests.push(kept)
  return kept
}

async function answerDocument(
  { path, order }: PeerRequest,
  response: ServerResponse,
  { house, door }: Visited,
): Promise<void> {
  const wanted = path.slice(Math.max(0, path.indexOf('/.well-known/')))
  const publisher = publisherAt(door, house)
  const redirect = redirectFrom(wanted, publisher.url)
  if (redirect !== undefined) {
    keepSaid(house, order, { redirect })
    return sendJson(response, 302, {}, { location: redirect })
  }
  const document = await publishedDocument(wanted, publisher)
  const said = document ?? { error: 'There is no such document.' }
  keepSaid(house, order, { document: said as JsonObject })
  sendJson(response, document === undefined ? 404 : 200, said)
}

function publisherAt(door: Door, { bench, change, options, ...house }: House): Publisher {
  const common = { bench, change, clock: options.clock }
  switch (door) {
    case 'stranger':
      return { ...common, url: house.stranger, listed: [house.stranger] }
    case 'lapsed':
      return { ...common, url: house.lapsed, listed: [], change: { ...change, staleList: true } }
    case 'main':
    case 'plain':
      return { ...common, url: house.url, listed: [...new Set([house.url, house.lapsed])] }
  }
}

interface McpVisit {
  readonly body: ReadBody
  readonly kept: PeerRequest
  readonly house: House
}

async function answerMcp(request: IncomingMessage, response: ServerResponse, visit: McpVisit): Promise<void> {
  const { body, kept, house } = visit
  if (request.method === 'POST' && body.payload === undefined)
    return sendJson(response, 400, { error: body.problem ?? 'The request is not JSON.' })
  if (kept.tool === 'check_governance') {
    const scripted = house.script.next()
    if (isDisturbance(scripted)) {
      keepSaid(house, kept.order, { ...scripted })
      return disturb(response, scripted)
    }
    house.answers.set(String(kept.order), scripted)
  }
  // The session hands on whose request it is; here that tells which answer it gets.
  await house.sessions?.answer(request, response, String(kept.order), body.payload)
}

function disturb(response: ServerResponse, answer: Disturbance): void {
  switch (answer.kind) {
    case 'noise':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>It works!</h1>')
      return
    case 'http_error':
      sendJson(response, answer.status, { error: 'The governance agent is not well.' })
      return
    case 'silence':
      return
    case 'break':
    case 'refuse':
      response.destroy()
      return
  }
}
