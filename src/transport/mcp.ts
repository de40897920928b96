import type { Transport as SdkTransport } from '@modelcontextprotocol/sdk/shared/transport.js'
import type { ClientRequest } from '@modelcontextprotocol/sdk/types.js'
import { ResultSchema } from '@modelcontextprotocol/sdk/types.js'
import type { Call, Exchange, HttpRecord } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import { isJsonObject } from '../model/json.ts'
import type { Asked } from './channel.ts'
import { Channel } from './channel.ts'
import { extractTaskReply } from './extract.ts'
import { Goodbyes } from './goodbyes.ts'
import type { McpLine, McpOptions } from './mcp-line.ts'
import { pollCall, polled, pollTaskAmong } from './poll-task.ts'
import type { Refusal } from './refusal.ts'
import { Refused, unopened, unreachable } from './refusal.ts'
import type { SdkClient } from './sdk-client.ts'
import { sdkClient } from './sdk-client.ts'
import { withSecondOpinion } from './second-opinion.ts'
import type { ToolListing } from './tool-list.ts'
import { readToolList } from './tool-list.ts'
import type { Turn } from './turn.ts'
import { quoted } from './visit.ts'

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

class McpSession implements McpLine {
  server: McpLine['server'] = {}
  refusal: Refusal | undefined
  readonly #options: McpOptions
  readonly #channel: Channel
  readonly #sdk: SdkClient
  #opening: readonly HttpRecord[] = []
  #closing: Promise<void> | undefined
  #pollTool: Promise<string> | undefined

  constructor(options: McpOptions) {
    this.#options = options
    this.#channel = new Channel(options)
    this.#sdk = sdkClient(options, this.#channel.fetch)
  }

  async open(): Promise<void> {
    const turn = this.#channel.turn()
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
    const connecting = this.#channel.within(turn, () => client.connect(transport as SdkTransport, patient))
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
    const exchange: Exchange = {
      request: { transport: 'mcp', operation: call.task, url, payload: argumentsIn(sent) ?? call.arguments },
      reply: answer.kind === 'result' ? extractTaskReply(answer.result) : answer,
      startedAt: new Date(started).toISOString(),
      durationMs: clock.now() - started,
      http: [...opening, ...http],
    }
    return await withSecondOpinion(exchange, { protocol: 'mcp', call, answer }, this.#options)
  }

  async poll(taskId: string): Promise<Exchange> {
    this.#pollTool ??= this.listTools().then(({ tools }) => pollTaskAmong(tools.map(({ name }) => name)))
    return polled(await this.call(pollCall(await this.#pollTool, taskId)))
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
    return await this.#channel.ask(() => this.#sdk.client.request(request, ResultSchema, patient))
  }

  async #goodbye(): Promise<void> {
    const { goodbyes = new Goodbyes() } = this.#options
    this.#channel.release()
    const turn = this.#channel.lastTurn(goodbyes.waitMs)
    // An agent that will not end the session is not asked twice.
    await this.#channel.within(turn, () => this.#sdk.transport.terminateSession()).catch(() => {})
    if (turn.signal.aborted) goodbyes.hung()
    turn.end()
    await this.#sdk.client.close()
    this.#channel.destroy()
  }
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

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
}

function unlikeMcp(error: unknown): Refusal {
  const why = error instanceof Error ? error.message : String(error)
  return unreachable('not_protocol', `the agent's answer to initialize is not MCP: ${quoted(why)}`)
}
