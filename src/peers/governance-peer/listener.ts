import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { UsageError } from '../../errors.ts'
import type { Certificate } from './certificate.ts'

export interface Place {
  readonly host: string
  /** 0 takes any free port the first time; later the same one. */
  readonly port: number
}

/**
 * Milliseconds; nobody holds the run up. Clients on Node give up a connection a second before the server would: at one second
 * they would keep none, and shake hands for every request.
 */
const limits = { requestTimeout: 10_000, headersTimeout: 5_000, keepAliveTimeout: 5_000 }

/** A server that can stop to listen and start again at the same port. */
export class Listener {
  readonly #answer: RequestListener
  readonly #certificate: Certificate | undefined
  #place: Place
  #server: Server | undefined
  #knocks = 0

  constructor(place: Place, answer: RequestListener, certificate?: Certificate) {
    this.#place = place
    this.#answer = answer
    this.#certificate = certificate
  }

  /** The port, once it has listened. */
  get port(): number {
    return this.#place.port
  }

  /** Connections that were opened to it so far. */
  get knocks(): number {
    return this.#knocks
  }

  /** @throws UsageError when the port is taken or may not be used */
  async start(): Promise<void> {
    if (this.#server) return
    const server = this.#certificate
      ? createSecureServer({ ...limits, ...this.#certificate }, this.#answer)
      : createServer(limits, this.#answer)
    server.maxConnections = 100
    server.on('connection', () => {
      this.#knocks += 1
    })
    server.on('clientError', (_error, socket) => socket.destroy())
    await listen(server, this.#place)
    this.#place = { ...this.#place, port: (server.address() as AddressInfo).port }
    this.#server = server
  }

  async stop(): Promise<void> {
    const server = this.#server
    if (server === undefined) return
    this.#server = undefined
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
}

function listen(server: Server, { host, port }: Place): Promise<void> {
  return new Promise((done, refuse) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      refuse(new UsageError(cannotListen(`${host}:${port}`, error.code))),
    )
    server.listen(port, host, () => done())
  })
}

function cannotListen(place: string, code = 'an unknown error'): string {
  const why = reasons.get(code) ?? `the system says ${code}`
  return `the hosted governance agent cannot listen on ${place}: ${why}. Name another port with --peer-port, or leave it out for any free one`
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['EADDRINUSE', 'something else listens there already'],
  ['EACCES', 'this user may not use that port'],
])
