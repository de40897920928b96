import { AsyncLocalStorage } from 'node:async_hooks'
import type { FetchLike } from '@modelcontextprotocol/sdk/shared/transport.js'
import type { HttpRecord } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import type { McpOptions } from './mcp-line.ts'
import { recordingFetch } from './recording-fetch.ts'
import { Refused, unreachable } from './refusal.ts'
import type { Answer } from './rpc-answer.ts'
import { Sockets } from './sockets.ts'
import { Turn } from './turn.ts'

const defaultMaxBodyBytes = 8 * 1024 * 1024

/** What came of one request. */
export interface Asked {
  readonly answer: Answer
  /** The JSON-RPC request as it was serialised; undefined when none was sent. */
  readonly sent: JsonObject | undefined
  readonly http: readonly HttpRecord[]
}

/** One for all lines: each store that is made slows every promise of the process from then on. */
const turns = new AsyncLocalStorage<Turn>()

/** The sockets, the limits and the record beneath one line, whatever protocol is spoken over it. */
export class Channel {
  /** To be given to the protocol's SDK; works only within a turn. */
  readonly fetch: FetchLike
  readonly #options: McpOptions
  readonly #sockets: Sockets
  readonly #end = new AbortController()

  constructor(options: McpOptions) {
    this.#options = options
    this.#sockets = new Sockets(options.trust)
    this.fetch = recordingFetch(turns, this.#sockets, options.authorization)
    options.signal?.addEventListener('abort', this.interrupt)
    if (options.signal?.aborted) this.interrupt()
  }

  /** A turn that ends with the line. */
  turn(): Turn {
    return this.#turn(this.#options.limits.callTimeoutMs, this.#end.signal)
  }

  /** A turn that outlives the line: to say goodbye. */
  lastTurn(timeoutMs: number): Turn {
    return this.#turn(timeoutMs, new AbortController().signal)
  }

  /** What `send` has on the wire belongs to the turn. */
  within<T>(turn: Turn, send: () => T): T {
    return turns.run(turn, send)
  }

  /** One request that the SDK sends; the answer is the one that the wire gave, whatever the SDK makes of it. */
  async ask(send: () => Promise<unknown>): Promise<Asked> {
    const turn = this.turn()
    // By the time the SDK fails over a reply, the turn has read it; what is left is a fault of ours.
    this.within(turn, send).catch((error) => turn.failed(error))
    try {
      return { answer: await turn.answer, sent: turn.sent, http: turn.http() }
    } finally {
      turn.end()
    }
  }

  /** Ends what is on the wire; every later turn ends at once. */
  readonly interrupt = (): void => {
    this.#end.abort(new Refused(unreachable('interrupted', 'the run was ended before the agent had answered')))
  }

  /** No longer listens to the end of the run. */
  release(): void {
    this.#options.signal?.removeEventListener('abort', this.interrupt)
    this.interrupt()
  }

  destroy(): void {
    this.#sockets.destroy()
  }

  #turn(timeoutMs: number, lineEnd: AbortSignal): Turn {
    const { limits, clock } = this.#options
    return new Turn({ timeoutMs, maxBodyBytes: limits.maxBodyBytes ?? defaultMaxBodyBytes }, clock, lineEnd)
  }
}
