import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { UsageError } from '../errors.ts'
import type { WebhookDelivery, WebhookPlace, WebhookReceiver } from '../model/webhook.ts'
import { DeliveryBook } from './delivery-book.ts'
import { headersOf, readDelivery } from './read-delivery.ts'
import { publicBase, type WebhookMode } from './webhook-address.ts'

export interface ReceiverSetting {
  readonly mode: Exclude<WebhookMode, { kind: 'off' }>
  readonly clock: { now(): number }
  /** Makes the part of each address that nobody can guess. */
  readonly newId: () => string
}

/** Milliseconds that a sender has for its headers and for the whole request; nobody holds the receiver up. */
const headersWithin = 5_000
const requestWithin = 10_000

/**
 * Opens the receiver: on this machine at a free port, or where a public address leads. Each run has a path of its own.
 * @throws UsageError when the port is taken or the public address must not be given out.
 */
export async function openWebhookReceiver({ mode, clock, newId }: ReceiverSetting): Promise<WebhookReceiver> {
  const given = mode.kind === 'public' ? publicBase(mode.url) : undefined
  const server = createServer({ requestTimeout: requestWithin, headersTimeout: headersWithin, keepAliveTimeout: 1_000 })
  server.maxConnections = 100
  const port = await listen(server, mode)
  const path = `/${newId()}`
  const book = new DeliveryBook(`${given ?? `http://127.0.0.1:${port}`}${path}`, newId)
  server.on('request', (request, response) => void receive({ request, response, book, path, clock }))
  server.on('clientError', (_error, socket) => socket.destroy())
  return {
    baseFor: (storyboard) => book.baseFor(storyboard),
    addressFor: (storyboard, step) => book.addressFor(storyboard, step),
    gaveOut: (storyboard, step) => book.gaveOut(storyboard, step),
    deliveries: (place) => book.deliveries(place),
    failFirst: (storyboard, step, count, status) => book.failFirst({ storyboard, step }, count, status),
    wait: (place, enough, milliseconds, signal) => waitFor({ book, place, enough, milliseconds, signal }),
    close: () => close(server),
  }
}

function listen(server: Server, mode: ReceiverSetting['mode']): Promise<number> {
  const { host, port } = mode.kind === 'public' ? mode : { host: '127.0.0.1', port: 0 }
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new UsageError(
          `the webhook receiver cannot listen on ${host}:${port} (${error.code}). Choose another --webhook-port`,
        ),
      ),
    )
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}

interface Visit {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly book: DeliveryBook
  /** The path of this run. */
  readonly path: string
  readonly clock: { now(): number }
}

/** Nothing is ever told about the run: what nobody was given an address for is a plain 404. */
async function receive({ request, response, book, path, clock }: Visit): Promise<void> {
  response.on('error', () => undefined)
  const [asked = '', query] = (request.url ?? '').split(/(?=\?)/, 2)
  // A proxy in front may leave its own path before ours.
  const at = asked.indexOf(path)
  const address = at < 0 ? '' : book.base + asked.slice(at + path.length)
  const place = at < 0 ? undefined : book.placeOf(address)
  if (place === undefined) return answer(response, 404)
  if (request.method !== 'POST') return answer(response, 405, { allow: 'POST' })
  const receivedAt = new Date(clock.now()).toISOString()
  const read = await readDelivery(request)
  if (!book.hasRoom(place)) return answer(response, 429)
  const answered = read.problem === undefined ? book.nextStatus(place) : 400
  const url = `${address}${query ?? ''}`
  book.record({ ...place, receivedAt, method: 'POST', url, headers: headersOf(request), ...read, answered })
  answer(response, answered)
}

function answer(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  if (response.destroyed) return
  response.writeHead(status, { ...headers, connection: 'close', 'content-length': '0' }).end()
}

interface Waiting {
  readonly book: DeliveryBook
  readonly place: WebhookPlace
  readonly enough: (deliveries: readonly WebhookDelivery[]) => boolean
  readonly milliseconds: number
  readonly signal: AbortSignal
}

function waitFor({ book, place, enough, milliseconds, signal }: Waiting): Promise<readonly WebhookDelivery[]> {
  const soFar = book.deliveries(place)
  if (signal.aborted || enough(soFar)) return Promise.resolve(soFar)
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      stop()
      signal.removeEventListener('abort', end)
      resolve(book.deliveries(place))
    }
    const timer = setTimeout(end, milliseconds)
    const stop = book.listen(() => {
      if (enough(book.deliveries(place))) end()
    })
    signal.addEventListener('abort', end, { once: true })
  })
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}
