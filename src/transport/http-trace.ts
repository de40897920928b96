import type { IncomingMessage } from 'node:http'
import type { HttpRecord } from '../model/exchange.ts'
import { reportableHeaderNames } from '../model/reportable-headers.ts'
import type { Outgoing } from './sockets.ts'

/** Milliseconds since the epoch. */
export interface Clock {
  now(): number
}

export function reportableHeaders(response: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    reportableHeaderNames.flatMap((name) => {
      const value = response.headers[name]
      return value === undefined ? [] : [[name, String(value)]]
    }),
  )
}

/** One HTTP request as it goes by. Request headers are never kept: they hold credentials. */
export class HttpTrace {
  readonly #request: Outgoing
  readonly #clock: Clock
  readonly #started: number
  #response: { readonly status: number; readonly headers: Readonly<Record<string, string>> } | undefined
  #responseBytes = 0
  #end: { readonly at: number; readonly failure?: string } | undefined

  constructor(request: Outgoing, clock: Clock) {
    this.#request = request
    this.#clock = clock
    this.#started = clock.now()
  }

  answered(response: IncomingMessage): void {
    this.#response = { status: response.statusCode ?? 0, headers: reportableHeaders(response) }
  }

  /** Counts decoded bytes; returns the sum. */
  received(bytes: number): number {
    this.#responseBytes += bytes
    return this.#responseBytes
  }

  /** The first end holds. */
  ended(failure?: string): void {
    this.#end ??= { at: this.#clock.now(), ...(failure !== undefined && { failure }) }
  }

  record(): HttpRecord {
    const { at, failure } = this.#end ?? { at: this.#clock.now() }
    return {
      method: this.#request.method,
      url: this.#request.url.href,
      requestBytes: Buffer.byteLength(this.#request.body),
      ...this.#response,
      responseBytes: this.#responseBytes,
      startedAt: new Date(this.#started).toISOString(),
      durationMs: at - this.#started,
      ...(failure !== undefined && { failure }),
    }
  }
}
