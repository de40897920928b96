import type { Call, Exchange, HttpRecord, Reply } from '../../model/exchange.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { isJsonObject } from '../../model/json.ts'
import { extractA2aReply } from '../a2a-extract.ts'
import { Channel } from '../channel.ts'
import { extractTaskReply } from '../extract.ts'
import type { Line, McpOptions } from '../mcp-line.ts'
import { pollCall, polled, pollTaskAmong } from '../poll-task.ts'
import type { Refusal } from '../refusal.ts'
import { Refused, unreachable } from '../refusal.ts'
import { readRpcError } from '../rpc-answer.ts'
import type { Turn } from '../turn.ts'
import { quoted } from '../visit.ts'
import { loggedReply, type OfficialClient, officialClient } from './client.ts'
import { Forwarding } from './forward.ts'
import { throughRelay } from './relay.ts'

/**
 * A line whose calls are made by the official client library, over a relay of ours that holds the limits and keeps the record.
 * The client has no sessions: it connects anew for each call.
 */
export function openOfficial(options: McpOptions, protocol: 'mcp' | 'a2a'): Line {
  return new OfficialLine(options, protocol)
}

class OfficialLine implements Line {
  readonly server = {}
  readonly refusal = undefined
  readonly #options: McpOptions
  readonly #protocol: 'mcp' | 'a2a'
  readonly #channel: Channel

  constructor(options: McpOptions, protocol: 'mcp' | 'a2a') {
    this.#options = options
    this.#protocol = protocol
    this.#channel = new Channel(options)
  }

  async call(call: Call): Promise<Exchange> {
    const { url, clock } = this.#options
    const started = clock.now()
    const { reply, http } = await this.#ask(call)
    return {
      request: {
        transport: this.#protocol,
        operation: call.task,
        url,
        payload: call.arguments,
        via: 'official-client',
      },
      reply,
      startedAt: new Date(started).toISOString(),
      durationMs: clock.now() - started,
      http,
    }
  }

  async poll(taskId: string): Promise<Exchange> {
    return polled(await this.call(pollCall(pollTaskAmong([]), taskId)))
  }

  async close(): Promise<void> {
    this.#channel.release()
    this.#channel.destroy()
  }

  async #ask(call: Call): Promise<{ readonly reply: Reply; readonly http: readonly HttpRecord[] }> {
    const client = await officialClient()
    const turn = this.#channel.turn()
    const forwarding = new Forwarding(this.#options.url, (input, init) =>
      this.#channel.within(turn, () => this.#channel.fetch(input, init)),
    )
    const log: unknown[] = []
    try {
      const response = await throughRelay(forwarding.answer, (url) =>
        ended(turn, this.#send(client, call, { url, log })),
      )
      return { reply: this.#read(response), http: turn.http() }
    } catch (error) {
      const logged = loggedReply(log)
      const refusal = error instanceof Refused ? error.reply : forwarding.refusal
      return { reply: logged ? this.#read(logged) : (refusal ?? rpcErrorIn(error) ?? threw(error)), http: turn.http() }
    } finally {
      turn.end()
    }
  }

  async #send(
    client: OfficialClient,
    { task, arguments: args }: Call,
    { url, log }: { readonly url: string; readonly log: unknown[] },
  ): Promise<unknown> {
    const headers = { ...this.#options.headers }
    return this.#protocol === 'mcp'
      ? await client.callMCPTool(`${url}/mcp`, task, { ...args }, undefined, log, headers)
      : await client.callA2ATool(url, task, { ...args }, undefined, log, undefined, headers)
  }

  #read(response: unknown): Reply {
    const given = JSON.parse(JSON.stringify(response ?? null)) as Json
    if (this.#protocol === 'mcp') return extractTaskReply(given)
    const message = isJsonObject(given) ? given : {}
    return readRpcError(message) ?? extractA2aReply(message.result ?? null)
  }
}

/** What the client is still waiting for when the time is up, or the run is, comes to nothing. */
function ended<T>(turn: Turn, asking: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asking.then(resolve, reject)
    if (turn.signal.aborted) reject(turn.signal.reason)
    turn.signal.addEventListener('abort', () => reject(turn.signal.reason), { once: true })
  })
}

/** The client hands a JSON-RPC error on as an exception with its code and data. */
function rpcErrorIn(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  const { code, message } = error
  const data = 'data' in error ? { data: error.data } : {}
  return readRpcError(JSON.parse(JSON.stringify({ error: { code, message, ...data } })) as JsonObject)
}

function threw(error: unknown): Refusal {
  const words = error instanceof Error ? error.message : String(error)
  return unreachable('not_protocol', `the official client could not make the call: ${quoted(words)}`)
}
