import { setMaxListeners } from 'node:events'
import type { HttpRecord } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import type { Clock } from './http-trace.ts'
import { HttpTrace } from './http-trace.ts'
import type { Refusal } from './refusal.ts'
import { Refused, unreachable } from './refusal.ts'
import type { Answer } from './rpc-answer.ts'
import type { Outgoing } from './sockets.ts'

export interface TurnLimits {
  readonly timeoutMs: number
  /** Decoded bytes of one response body. */
  readonly maxBodyBytes: number
}

const mostRequests = 20

/** One request of ours and all that is on the wire beneath it, until its answer, its deadline, or the end of the line. */
export class Turn {
  readonly limits: TurnLimits
  /** Settles with the first answer that the wire gave. */
  readonly answer: Promise<Answer>
  /** The JSON-RPC request as it was serialised. */
  sent: JsonObject | undefined
  /** Of the last HTTP request that came to nothing. */
  refusal: Refusal | undefined

  readonly #clock: Clock
  readonly #traces: HttpTrace[] = []
  readonly #abort = new AbortController()
  readonly #release: () => void
  #settle: (answer: Answer) => void = () => {}
  #fail: (error: unknown) => void = () => {}

  /** `lineEnd` aborts with a Refused as its reason. */
  constructor(limits: TurnLimits, clock: Clock, lineEnd: AbortSignal) {
    this.limits = limits
    this.#clock = clock
    this.answer = new Promise((resolve, reject) => {
      this.#settle = resolve
      this.#fail = reject
    })
    // Whoever awaits the answer meets its failure; when nobody does, it is no crash.
    this.answer.catch(() => {})
    setMaxListeners(mostRequests + 1, this.signal)
    const deadline = setTimeout(() => this.#stop(late(limits.timeoutMs)), limits.timeoutMs)
    const lineEnded = () => this.#stop(lineEnd.reason)
    lineEnd.addEventListener('abort', lineEnded)
    this.#release = () => {
      clearTimeout(deadline)
      lineEnd.removeEventListener('abort', lineEnded)
    }
    if (lineEnd.aborted) lineEnded()
  }

  /** Aborts, with a Refused as its reason, everything that this turn has on the wire. */
  get signal(): AbortSignal {
    return this.#abort.signal
  }

  /** @throws Error when the agent makes us send too much: each of its pings wants an answer. */
  trace(request: Outgoing): HttpTrace {
    if (this.#traces.length >= mostRequests) throw new Error(`more than ${mostRequests} HTTP requests beneath one call`)
    const trace = new HttpTrace(request, this.#clock)
    this.#traces.push(trace)
    return trace
  }

  /** The first answer holds. */
  answered(answer: Answer): void {
    if (answer.kind !== 'result') this.refusal = answer
    this.#settle(answer)
  }

  /** What went wrong was not the agent's doing. */
  failed(error: unknown): void {
    this.#fail(error)
  }

  /** Ends the deadline; what still runs out on the wire is left alone. */
  end(): void {
    this.#release()
  }

  http(): readonly HttpRecord[] {
    return this.#traces.map((trace) => trace.record())
  }

  #stop(reason: Refused): void {
    for (const trace of this.#traces) trace.ended(reason.message)
    this.answered(reason.reply)
    this.#abort.abort(reason)
  }
}

function late(timeoutMs: number): Refused {
  return new Refused(unreachable('timeout', `the agent gave no complete answer within ${timeoutMs / 1000} s`))
}
