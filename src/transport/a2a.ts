import type { Message } from '@a2a-js/sdk'
import type { JsonRpcTransport } from '@a2a-js/sdk/client'
import type { FetchLike } from '@modelcontextprotocol/sdk/shared/transport.js'
import { readPath } from '../json/path.ts'
import type { Call, Exchange, HttpRecord } from '../model/exchange.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { isJsonObject } from '../model/json.ts'
import type { AgentCard } from './a2a-card.ts'
import { contextIdOf, extractA2aReply, openTaskId } from './a2a-extract.ts'
import { findCard } from './a2a-find-card.ts'
import type { Asked } from './channel.ts'
import { Channel } from './channel.ts'
import type { A2aLine, McpOptions } from './mcp-line.ts'
import { pollCall, polled, pollTaskAmong } from './poll-task.ts'
import type { Refusal } from './refusal.ts'
import { unopened } from './refusal.ts'
import { withSecondOpinion } from './second-opinion.ts'

/**
 * Opens a line to an A2A agent: finds its card, and keeps to the endpoint that the card names. All calls of a line are in one
 * conversation, by the context id that the agent gives. Never rejects for what the agent did: see `refusal`. The HTTP
 * requests for the card are listed with the first call.
 */
export async function openA2a(options: McpOptions): Promise<A2aLine> {
  const session = new A2aSession(options)
  await session.open()
  return session
}

class A2aSession implements A2aLine {
  server: A2aLine['server'] = {}
  tools: readonly string[] = []
  hasCard = false
  refusal: Refusal | undefined
  readonly #options: McpOptions
  readonly #channel: Channel
  readonly #openTasks = new Set<string>()
  #endpoint: string
  #rpc: JsonRpcTransport | undefined
  #contextId: string | undefined
  #opening: readonly HttpRecord[] = []
  #closed = false

  constructor(options: McpOptions) {
    this.#options = options
    this.#endpoint = options.url
    this.#channel = new Channel(options)
  }

  async open(): Promise<void> {
    const turn = this.#channel.turn()
    try {
      const address = new URL(this.#options.url)
      const found = await this.#channel.within(turn, () => findCard(address, this.#fetch))
      this.hasCard = 'card' in found || found.hasCard
      if ('card' in found) await this.#use(found.card)
      else this.refusal = found.refusal
    } finally {
      turn.end()
      this.#opening = turn.http()
    }
  }

  async #use({ endpoint, skills, name, version }: AgentCard): Promise<void> {
    this.#endpoint = endpoint.href
    this.tools = skills
    this.server = { ...(name !== undefined && { name }), ...(version !== undefined && { version }) }
    // Loaded here, so that a run over MCP does not pay for it.
    const sdk = await import('@a2a-js/sdk/client')
    this.#rpc = new sdk.JsonRpcTransport({ endpoint: this.#endpoint, fetchImpl: this.#fetch as typeof fetch })
  }

  async call(call: Call): Promise<Exchange> {
    const message = messageFor(call, this.#contextId)
    return await this.#exchange(call, (rpc) => rpc.sendMessage({ message }))
  }

  async poll(taskId: string): Promise<Exchange> {
    if (this.#openTasks.has(taskId))
      return await this.#exchange({ task: 'tasks/get', arguments: { id: taskId } }, (rpc) =>
        rpc.getTask({ id: taskId }),
      )
    return polled(await this.call(pollCall(pollTaskAmong(this.tools), taskId)))
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#channel.release()
    this.#channel.destroy()
  }

  async #exchange(call: Call, send: Send): Promise<Exchange> {
    const { clock } = this.#options
    const started = clock.now()
    const { answer, sent, http } = await this.#ask(send)
    const opening = this.#opening
    this.#opening = []
    if (answer.kind === 'result') this.#remember(answer.result)
    const payload = parametersIn(sent) ?? call.arguments
    const exchange: Exchange = {
      request: { transport: 'a2a', operation: call.task, url: this.#endpoint, payload, ...contextIn(sent) },
      reply: answer.kind === 'result' ? extractA2aReply(answer.result) : answer,
      startedAt: new Date(started).toISOString(),
      durationMs: clock.now() - started,
      http: [...opening, ...http],
    }
    return await withSecondOpinion(exchange, { protocol: 'a2a', call, answer }, this.#options)
  }

  async #ask(send: Send): Promise<Asked> {
    if (this.#closed) throw new Error('this line to the agent was closed before the call')
    const rpc = this.#rpc
    if (this.refusal) return { answer: unopened(this.refusal), sent: undefined, http: [] }
    if (!rpc) throw new Error('this line to the agent was not opened before the call')
    return await this.#channel.ask(() => send(rpc))
  }

  /** The conversation that later calls belong to, and the tasks that A2A itself can be asked for. */
  #remember(result: Json): void {
    this.#contextId = contextIdOf(result) ?? this.#contextId
    const task = openTaskId(result)
    if (task !== undefined) this.#openTasks.add(task)
  }

  readonly #fetch: FetchLike = (input, init = {}) => {
    const { headers, clientInfo } = this.#options
    const own = { 'user-agent': `${clientInfo.name}/${clientInfo.version}`, ...headers }
    return this.#channel.fetch(input, {
      ...init,
      headers: { ...Object.fromEntries(new Headers(init.headers)), ...own },
    })
  }
}

type Send = (rpc: JsonRpcTransport) => Promise<unknown>

/** AdCP's binding to A2A, explicit invocation: the task is a skill, its arguments are the skill's parameters. */
function messageFor({ task, arguments: parameters }: Call, contextId: string | undefined): Message {
  return {
    kind: 'message',
    role: 'user',
    messageId: crypto.randomUUID(),
    ...(contextId !== undefined && { contextId }),
    parts: [{ kind: 'data', data: { skill: task, parameters: { ...parameters } } }],
  }
}

/** The task's arguments in the JSON-RPC request that was sent. */
function parametersIn(sent: JsonObject | undefined): JsonObject | undefined {
  const parameters = readPath(sent, 'params.message.parts[0].data.parameters')
  return isJsonObject(parameters) ? parameters : undefined
}

/** The context that the message was bound to, when it named one. */
function contextIn(sent: JsonObject | undefined): { readonly contextId?: string } {
  const contextId = readPath(sent, 'params.message.contextId')
  return typeof contextId === 'string' ? { contextId } : {}
}
