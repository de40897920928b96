import type { ServerResponse } from 'node:http'
import type { Exchange } from '../model/exchange.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { openA2a } from './a2a.ts'
import { started } from './ask-one.fixture.ts'
import type { McpOptions } from './index.ts'
import { json, type Loopback, listen, options, result } from './loopback.fixture.ts'

/** A card as A2A 0.3 has it, for an agent that answers at its root. */
export function cardAt(url: string, changes: JsonObject = {}): JsonObject {
  return {
    protocolVersion: '0.3.0',
    name: 'loopback',
    version: '1.2.3',
    description: 'x',
    url,
    capabilities: {},
    defaultInputModes: [],
    defaultOutputModes: [],
    skills: [{ id: 'check_governance', name: 'check_governance', description: 'x', tags: [] }],
    ...changes,
  }
}

export type OnMessage = (message: JsonObject, response: ServerResponse) => void

export interface A2aParts {
  readonly onMessage?: OnMessage
  /** The path of the card; the root's well-known one when absent. */
  readonly cardPath?: string
  /** What stands there, given the origin. */
  readonly card?: (origin: string) => Json
}

/** Speaks just enough A2A for a line to open, and hands each JSON-RPC message to `onMessage`. */
export async function a2aAgent(parts: A2aParts = {}): Promise<Loopback> {
  const { cardPath = '/.well-known/agent-card.json', card = (origin) => cardAt(`${origin}/`) } = parts
  const server: Loopback = await started(
    listen((seen, response) => {
      if (seen.method === 'GET')
        return seen.path === cardPath ? json(response, card(server.origin)) : void response.writeHead(404).end()
      return parts.onMessage?.(JSON.parse(seen.body), response)
    }),
  )
  return server
}

export function answering(...results: readonly Json[]): OnMessage {
  let at = 0
  return (message, response) => json(response, result(message, results[Math.min(at++, results.length - 1)]))
}

export function completed(data: Json, changes: JsonObject = {}): JsonObject {
  return {
    kind: 'task',
    id: 't-1',
    contextId: 'c-1',
    status: { state: 'completed' },
    artifacts: [{ artifactId: 'a', parts: [{ kind: 'data', data }] }],
    ...changes,
  }
}

/** One call to an agent that answers every message with `onMessage`. */
export async function askOverA2a(onMessage: OnMessage, changes: Partial<McpOptions> = {}): Promise<Exchange> {
  const server = await a2aAgent({ onMessage })
  const line = await openA2a(options(`${server.origin}/`, changes))
  const exchange = await line.call({ task: 't', arguments: { a: 1 } })
  await line.close()
  return exchange
}
