import http from 'node:http'
import https from 'node:https'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream'
import { rootCertificates } from 'node:tls'
import { createBrotliDecompress, createUnzip } from 'node:zlib'
import { Refused, unreachable } from './refusal.ts'

/** Shorter than servers keep an idle socket, so that no request is sent into one they are closing. */
const idleMs = 2_000
/** How long a server may leave a response open after it has said all we need, in milliseconds. */
export const lingerMs = 250

export interface Outgoing {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The sockets of one line. Node's own fetch keeps its sockets open beyond our reach; these end when the line ends. */
export class Sockets {
  readonly #http = new http.Agent({ keepAlive: true, timeout: idleMs })
  readonly #https: https.Agent

  /** `trust`: a certificate to trust beside the usual ones; PEM. */
  constructor(trust?: string) {
    const ca = trust === undefined ? {} : { ca: [...rootCertificates, trust] }
    this.#https = new https.Agent({ keepAlive: true, timeout: idleMs, ...ca })
  }

  /** Sends one request; resolves when the response's head is there. Follows nothing. Aborting the signal ends the socket. */
  send({ method, url, headers, body }: Outgoing, signal: AbortSignal): Promise<http.IncomingMessage> {
    if (signal.aborted) return Promise.reject(signal.reason)
    return new Promise((resolve, reject) => {
      const secure = url.protocol === 'https:'
      const options = { method, headers: { ...headers, 'accept-encoding': 'gzip, br' } }
      const request = secure
        ? https.request(url, { ...options, agent: this.#https })
        : http.request(url, { ...options, agent: this.#http })
      const abort = () => request.destroy(signal.reason)
      signal.addEventListener('abort', abort, { once: true })
      request.on('response', resolve)
      request.on('error', reject)
      request.on('close', () => {
        signal.removeEventListener('abort', abort)
        reject(new Refused(unreachable('closed', 'the agent closed the connection before it had answered')))
      })
      request.end(body)
    })
  }

  destroy(): void {
    this.#http.destroy()
    this.#https.destroy()
  }
}

/** The body of a response, decoded. */
export function decoded(response: http.IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.toLowerCase() ?? 'identity'
  if (encoding === 'identity') return response
  if (encoding === 'gzip' || encoding === 'deflate') return pipeline(response, createUnzip(), ignore)
  if (encoding === 'br') return pipeline(response, createBrotliDecompress(), ignore)
  throw new Refused(
    unreachable('not_protocol', `the answer has the content-encoding "${encoding}", which was not asked for`),
  )
}

/** Lets a response that has said all we need run out, so that its socket can be used again; cuts it off after a moment. */
export function letGo(response: http.IncomingMessage): http.IncomingMessage {
  cutAfter(response, lingerMs)
  response.on('error', ignore)
  return response.resume()
}

/** Ends a response that has not ended by itself. */
export function cutAfter(response: http.IncomingMessage, ms: number): void {
  const timer = setTimeout(() => response.destroy(), ms)
  response.once('close', () => clearTimeout(timer))
}

// Whoever reads the stream meets the same error.
function ignore(): void {}
