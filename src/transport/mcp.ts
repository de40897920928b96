import { AsyncLocalStorage } from 'node:async_hooks'
import type { Transport as SdkTransport } from '@modelcontextprotocol/sdk/shared/transport.js'
import type { ClientRequest } from '@modelcontextprotocol/sdk/types.js'
import { ResultSchema } from '@modelcontextprotocol/sdk/types.js'
import type { Call, Exchange, HttpRecord } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import { isJsonObject } from '../model/json.ts'
import { extractTaskReply } from './extract.ts'
import type { McpLine, McpOptions } from './mcp-line.ts'
import { recordingFetch } from './recording-fetch.ts'
import type { Refusal } from './refusal.ts'
import { Refused, unreachable } from './refusal.ts'
import type { Answer } from './rpc-answer.ts'
import type { SdkClient } from './sdk-client.ts'
import { sdkClient } from './sdk-client.ts'
import { Sockets } from './sockets.ts'
import type { ToolListing } from './tool-list.ts'
import { readToolList } from './tool-list.ts'
import { Turn } from './turn.ts'
import { quoted } from './visit.ts'

const defaultMaxBodyBytes = 8 * 1024 * 1024
const goodbyeMs = 2_000
/** The turn keeps the deadline; this is the longest that the SDK's own timer can be. */
const patient = { timeout: 2 ** 31 - 1 }

/**
 * Opens one session; the caller closes it. Never rejects for what the agent did: see `refusal`. The HTTP requests that
 * opened the session are listed with its first call. Nothing is sent twice, and a lost session is not opened again.
 */
export async function openMcp(options: McpOptions): Promise<McpLine> {
  const session = new McpSession(options)
  await session.open()
  return session
}

/** One for all sessions: each store that is made slows every promise of the process from then on. */
const turns = new AsyncLocalStorage<Turn>()

class McpSession implements McpLine {
  server: McpLine['server'] = {}
  refusal: Refusal | undefined
  readonly #options: McpOptions
  readonly #sdk: SdkClient
  readonly #sockets = new Sockets()
  readonly #end = new AbortController()
  #opening: readonly HttpRecord[] = []
  #closing: Promise<void> | undefined

  constructor(options: McpOptions) {
    this.#options = options
    this.#sdk = sdkClient(options, recordingFetch(turns, this.#sockets))
    options.signal?.addEventListener('abort', this.#interrupt)
    if (options.signal?.aborted) this.#interrupt()
  }

  async open(): Promise<void> {
    const turn = this.#turn(this.#options.limits.callTimeoutMs, this.#end.signal)
    try {
      await this.#connect(turn)
      this.server = identity(this.#sdk.client.getServerVersion())
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      this.refusal = error.reply
    } finally {
      turn.end()
      this.#opening = turn.http()
    }
  }

  async #connect(turn: Turn): Promise<void> {
    const { client, transport } = this.#sdk
    const connecting = turns.run(turn, () => client.connect(transport as SdkTransport, patient))
    connecting.catch((error) => turn.failed(error))
    const answer = await turn.answer
    if (answer.kind !== 'result') throw new Refused(answer)
    await Promise.race([connecting, aborted(turn.signal)]).catch((error) => {
      throw new Refused(turn.refusal ?? unlikeMcp(error))
    })
  }

  async call(call: Call): Promise<Exchange> {
    const { url, clock } = this.#options
    const started = clock.now()
    const { answer, sent, http } = await this.#ask({
      method: 'tools/call',
      params: { name: call.task, arguments: call.arguments },
    })
    const opening = this.#opening
    this.#opening = []
    return {
      request: { transport: 'mcp', operation: call.task, url, payload: argumentsIn(sent) ?? call.arguments },
      reply: answer.kind === 'result' ? extractTaskReply(answer.result) : answer,
      startedAt: new Date(started).toISOString(),
      durationMs: clock.now() - started,
      http: [...opening, ...http],
    }
  }

  listTools(): Promise<ToolListing> {
    return readToolList(async (cursor) => {
      const params = cursor === undefined ? {} : { params: { cursor } }
      const { answer } = await this.#ask({ method: 'tools/list', ...params })
      return answer
    })
  }

  close(): Promise<void> {
    this.#closing ??= this.#goodbye()
    return this.#closing
  }

  async #ask(request: ClientRequest): Promise<Asked> {
    if (this.#closing) throw new Error('this line to the agent was closed before the call')
    if (this.refusal) return { answer: unopened(this.refusal), sent: undefined, http: [] }
    const turn = this.#turn(this.#options.limits.callTimeoutMs, this.#end.signal)
    const asking = turns.run(turn, () => this.#sdk.client.request(request, ResultSchema, patient))
    // By the time the SDK fails over a reply, the turn has read it; what is left is a fault of ours.
    asking.catch((error) => turn.failed(error))
    try {
      return { answer: await turn.answer, sent: turn.sent, http: turn.http() }
    } finally {
      turn.end()
    }
  }

  #turn(timeoutMs: number, lineEnd: AbortSignal): Turn {
    const { limits, clock } = this.#options
    return new Turn({ timeoutMs, maxBodyBytes: limits.maxBodyBytes ?? defaultMaxBodyBytes }, clock, lineEnd)
  }

  async #goodbye(): Promise<void> {
    this.#options.signal?.removeEventListener('abort', this.#interrupt)
    this.#interrupt()
    const turn = this.#turn(goodbyeMs, new AbortController().signal)
    // An agent that will not end the session is not asked twice.
    await turns.run(turn, () => this.#sdk.transport.terminateSession()).catch(() => {})
    turn.end()
    await this.#sdk.client.close()
    this.#sockets.destroy()
  }

  readonly #interrupt = (): void => {
    this.#end.abort(new Refused(unreachable('interrupted', 'the run was ended before the agent had answered')))
  }
}

interface Asked {
  readonly answer: Answer
  readonly sent: JsonObject | undefined
  readonly http: readonly HttpRecord[]
}

/** The task's arguments in the JSON-RPC request that was sent. */
function argumentsIn(sent: JsonObject | undefined): JsonObject | undefined {
  const params = sent?.params
  const given = isJsonObject(params) ? params.arguments : undefined
  return isJsonObject(given) ? given : undefined
}

function identity(server: { readonly name?: string; readonly version?: string } | undefined): McpLine['server'] {
  const { name, version } = server ?? {}
  return { ...(name !== undefined && { name }), ...(version !== undefined && { version }) }
}

function unopened(refusal: Refusal): Refusal {
  return refusal.kind === 'unreachable'
    ? unreachable(refusal.cause, `no session could be opened: ${refusal.message}`)
    : refusal
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
}

function unlikeMcp(error: unknown): Refusal {
  const why = error instanceof Error ? error.message : String(error)
  return unreachable('not_protocol', `the agent's answer to initialize is not MCP: ${quoted(why)}`)
}
