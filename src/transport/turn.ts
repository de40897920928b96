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
const flood = `the agent sent more than ${mostRequests} requests of its own, such as pings, beneath one call`

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
  #flooded = false
  #held: Answer | undefined
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
    const deadline = setTimeout(() => this.#stop(late(limits.timeoutMs, this.#flooded)), limits.timeoutMs)
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

  /** @throws Refused when the agent makes us send too much: each of its pings wants an answer. Its own answer may still come. */
  trace(request: Outgoing): HttpTrace {
    if (this.#traces.length >= mostRequests) {
      this.#flooded = true
      throw new Refused(unreachable('not_protocol', flood))
    }
    const trace = new HttpTrace(request, this.#clock)
    this.#traces.push(trace)
    return trace
  }

  /** The first answer holds. */
  answered(answer: Answer): void {
    if (answer.kind !== 'result') this.refusal = answer
    this.#settle(answer)
  }

  /** An answer that holds unless something withdraws it within these milliseconds. */
  holds(answer: Answer, milliseconds: number): void {
    this.#held = answer
    setTimeout(() => this.answered(answer), milliseconds)
  }

  /** What went wrong was not the agent's doing; what the SDK makes of an answer that we have is of no account. */
  failed(error: unknown): void {
    if (!this.#held) this.#fail(error)
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
    if (this.#held) this.#settle(this.#held)
    this.answered(reason.reply)
    this.#abort.abort(reason)
  }
}

function late(timeoutMs: number, flooded: boolean): Refused {
  const words = `the agent gave no complete answer within ${timeoutMs / 1000} s`
  return new Refused(flooded ? unreachable('not_protocol', `${words}: ${flood}`) : unreachable('timeout', words))
}
