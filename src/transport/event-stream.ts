import type { IncomingMessage } from 'node:http'
import { ReadableStream } from 'node:stream/web'
import type { Json } from '../model/json.ts'
import { EventDecoder } from './event-decoder.ts'
import { parseJson } from './parse-json.ts'
import { Refused, unreachable } from './refusal.ts'
import type { Answer } from './rpc-answer.ts'
import { answeredTwice, readAnswer } from './rpc-answer.ts'
import { cutAfter, lingerMs } from './sockets.ts'
import type { Visit } from './visit.ts'
import { counted, quoted, refuse, sdkHeaders } from './visit.ts'

/** How long a second answer to the same request is looked for, in milliseconds, on a stream that stays open. */
const secondLookMs = 20

/** A response that is an event stream. The turn has its answer a moment after the answer's event is complete, or when the stream ends. */
export function streamed(response: IncomingMessage, visit: Visit, id: Json): Response {
  const body = ReadableStream.from(watched(response, visit, id))
  return new Response(body, { status: 200, headers: sdkHeaders(response) })
}

/** Hands every chunk on to the SDK, which answers the server's pings. Ends quietly: the turn knows why it ended. */
async function* watched(response: IncomingMessage, visit: Visit, id: Json): AsyncGenerator<Uint8Array> {
  const watch = new Watch(id)
  try {
    for await (const chunk of counted(response, visit)) {
      const answer = watch.push(chunk)
      if (answer) accept(answer, response, visit)
      yield chunk
    }
    if (!watch.answer) throw new Refused(watch.withoutAnswer())
  } catch (error) {
    // A server that keeps the stream open after its answer is cut off; that is no failure.
    if (!watch.answer) refuse(error, visit)
  }
  if (watch.answer) visit.turn.answered(watch.answer)
}

function accept(answer: Answer, response: IncomingMessage, { trace, turn }: Visit): void {
  trace.ended()
  // The first that is told holds: a second answer, which withdraws the first, is told at once.
  if (answer === answeredTwice) turn.answered(answer)
  else turn.holds(answer, secondLookMs)
  cutAfter(response, lingerMs)
}

/** Looks for the answer in the events that go by. */
class Watch {
  answer: Answer | undefined
  readonly #id: Json
  readonly #events = new EventDecoder()
  #last = ''

  constructor(id: Json) {
    this.#id = id
  }

  /** The answer, when this chunk completes it, and what takes its place when there is a second one. */
  push(chunk: Uint8Array): Answer | undefined {
    const before = this.answer
    for (const data of this.#events.push(chunk)) {
      this.#last = data
      const found = readAnswer(parseJson(data), this.#id)
      if (found) this.answer = this.answer ? answeredTwice : found
    }
    return this.answer === before ? undefined : this.answer
  }

  withoutAnswer() {
    const end = 'the agent ended its event stream without an answer'
    return this.#last === ''
      ? unreachable('closed', end)
      : unreachable('not_protocol', `${end}; its last event was ${quoted(this.#last)}`)
  }
}
