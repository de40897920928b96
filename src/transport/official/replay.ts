import type { Json, JsonObject } from '../../model/json.ts'
import { isJsonObject } from '../../model/json.ts'
import { parseJson } from '../parse-json.ts'
import type { Answerer, RelayAnswer } from './relay.ts'

/** Answers as an MCP server that says one thing: the recorded message, to whatever tool is called. */
export function mcpReplay(recorded: JsonObject): Answerer {
  return async ({ method, body }) => {
    const message = parseJson(body)
    if (method !== 'POST' || !isJsonObject(message)) return { status: 405 }
    if (message.method === 'initialize') return inJson({ jsonrpc: '2.0', id: idOf(message), result: opening(message) })
    return message.id === undefined ? { status: 202 } : inJson(addressedTo(message, recorded))
  }
}

/** The same for an A2A agent, with a card that names the replay as its endpoint. */
export function a2aReplay(recorded: JsonObject): Answerer {
  return async ({ method, body }, url) => {
    if (method !== 'POST') return inJson(relayCard(url))
    const message = parseJson(body)
    return isJsonObject(message) ? inJson(addressedTo(message, recorded)) : { status: 400 }
  }
}

/** All of a card that the official client reads. */
export function relayCard(url: string): JsonObject {
  return {
    protocolVersion: '0.3.0',
    name: 'relay',
    description: 'Stands in for the agent under test.',
    version: '0',
    url: `${url}/`,
    capabilities: {},
    defaultInputModes: [],
    defaultOutputModes: [],
    skills: [],
  }
}

function opening({ params }: JsonObject): JsonObject {
  const version = isJsonObject(params) ? params.protocolVersion : undefined
  return {
    protocolVersion: version ?? '2025-06-18',
    capabilities: { tools: {} },
    serverInfo: { name: 'replay', version: '0' },
  }
}

/** The message as it came, with the id of the client's request in the place and the manner of ours. */
function addressedTo(request: JsonObject, recorded: JsonObject): JsonObject {
  const { id } = recorded
  if (id === undefined || id === null) return recorded
  return { ...recorded, id: typeof id === 'string' ? String(idOf(request)) : idOf(request) }
}

function idOf({ id }: JsonObject): Json {
  return id ?? null
}

export function inJson(body: Json): RelayAnswer {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}
