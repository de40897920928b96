import type { AgentProfile } from '../model/agent-profile.ts'
import type { Call, Exchange } from '../model/exchange.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { SchemaSet } from '../model/schema-set.ts'
import { openA2a } from './a2a.ts'
import { openMcp } from './mcp.ts'
import type { Line, McpLine, McpOptions } from './mcp-line.ts'
import { unavailable } from './unavailable.ts'

const capabilitiesTask = 'get_adcp_capabilities'

/**
 * First contact, on a session of its own: the agent's tools, and its capabilities when it offers that task.
 * @throws AgentUnavailable when the agent cannot be reached, does not let us in, or is not MCP.
 */
export async function probe(options: McpOptions, schemas: SchemaSet): Promise<AgentProfile> {
  const line = await openMcp(options)
  try {
    if (line.refusal) throw unavailable(options.url, line.refusal)
    return await readProfile(line, options.url, schemas)
  } finally {
    await line.close()
  }
}

/**
 * First contact over A2A: the agent's skills, from its card, and its capabilities when it offers that task.
 * @throws AgentUnavailable when the agent cannot be reached, does not let us in, or has no card that can be used.
 */
export async function probeA2a(options: McpOptions, schemas: SchemaSet): Promise<AgentProfile> {
  const line = await openA2a(options)
  try {
    if (line.refusal) throw unavailable(options.url, line.refusal, 'a2a')
    const { server, tools } = line
    const contact = { url: options.url, protocol: 'a2a', server, tools, call: line.call.bind(line) } as const
    return await profileFrom(contact, schemas)
  } finally {
    await line.close()
  }
}

async function readProfile(line: McpLine, url: string, schemas: SchemaSet): Promise<AgentProfile> {
  const { tools, refusal } = await line.listTools()
  if (refusal) throw unavailable(url, refusal)
  const contact = { url, server: line.server, tools: tools.map((tool) => tool.name), call: line.call.bind(line) }
  return profileFrom(contact, schemas)
}

/** What first contact has found out before the capabilities are asked for, and how to ask. */
export interface Contact {
  readonly url: string
  /** MCP when absent. */
  readonly protocol?: AgentProfile['protocol']
  readonly server: Line['server']
  readonly tools: readonly string[]
  call(call: Call): Promise<Exchange>
}

/**
 * The agent's own account of itself. Capabilities count only when their schema accepts them.
 * @throws AgentUnavailable when the agent lets us in only as far as its list of tools.
 */
export async function profileFrom(contact: Contact, schemas: SchemaSet): Promise<AgentProfile> {
  const { url, protocol = 'mcp', server, tools: names } = contact
  const exchange = names.includes(capabilitiesTask) ? await askCapabilities(contact) : undefined
  const said = exchange?.reply.kind === 'task' && !exchange.reply.error ? exchange.reply.payload : undefined
  const accepted = said !== undefined && (await isAccepted(said, schemas))
  return {
    url,
    protocol,
    server,
    tools: names,
    ...(accepted && { capabilities: said }),
    ...(exchange && { capabilitiesExchange: exchange }),
    supportedProtocols: strings(said?.supported_protocols),
    specialisms: strings(said?.specialisms),
    experimentalFeatures: strings(said?.experimental_features),
  }
}

/** Some agents list their tools to anyone and ask for credentials at the first call only. */
async function askCapabilities({ url, protocol, call }: Contact): Promise<Exchange> {
  const exchange = await call({ task: capabilitiesTask, arguments: {} })
  const { reply } = exchange
  if (reply.kind === 'http_error' && (reply.status === 401 || reply.status === 403))
    throw unavailable(url, reply, protocol)
  if (reply.kind === 'unreachable' && reply.cause === 'interrupted') throw unavailable(url, reply, protocol)
  return exchange
}

async function isAccepted(payload: JsonObject, schemas: SchemaSet): Promise<boolean> {
  const ref = schemas.task(capabilitiesTask)?.response
  const schema = ref === undefined ? undefined : await schemas.load(ref)
  return schema !== undefined && schema.validate(payload).length === 0
}

/** The list when it holds strings only; nothing of it otherwise. */
function strings(value: Json | undefined): readonly string[] {
  const items: readonly Json[] = Array.isArray(value) ? value : []
  return items.every((item) => typeof item === 'string') ? (items as readonly string[]) : []
}
