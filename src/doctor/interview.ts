import type { AgentProfile } from '../model/agent-profile.ts'
import type { Exchange } from '../model/exchange.ts'
import type { SchemaSet } from '../model/schema-set.ts'
import {
  type A2aLine,
  type McpLine,
  type McpOptions,
  openA2a,
  openMcp,
  profileFrom,
  unavailable,
} from '../transport/index.ts'

/** The same question, asked first, again in the same session, and in a second session while the first was open. */
export interface Thrice {
  readonly first: Exchange
  readonly again: Exchange
  readonly elsewhere: Exchange
}

/** The one task that every agent offers and that changes nothing. */
export const capabilitiesTask = 'get_adcp_capabilities'

export interface Interview {
  readonly agent: AgentProfile
  /** The question for its capabilities, as often as it was asked; absent when the agent does not take it. */
  readonly asked?: Thrice
}

/**
 * Asks the agent for its tools, and for its capabilities twice in one session and once in another beside it.
 * @throws AgentUnavailable when it cannot be reached, does not let us in, or does not speak the protocol
 */
export async function interview(
  options: McpOptions,
  protocol: AgentProfile['protocol'],
  schemas: SchemaSet,
): Promise<Interview> {
  const line = await openLine(options, protocol)
  try {
    if (line.refusal) throw unavailable(options.url, line.refusal, protocol)
    const contact = { url: options.url, protocol, server: line.server, tools: await toolsOf(line, options.url) }
    const agent = await profileFrom({ ...contact, call: (call) => line.call(call) }, schemas)
    const first = agent.capabilitiesExchange
    if (!first) return { agent }
    const again = await line.call({ task: capabilitiesTask, arguments: {} })
    return { agent, asked: { first, again, elsewhere: await askElsewhere(options, protocol) } }
  } finally {
    await line.close()
  }
}

export function openLine(options: McpOptions, protocol: AgentProfile['protocol']): Promise<A2aLine | McpLine> {
  return protocol === 'a2a' ? openA2a(options) : openMcp(options)
}

async function askElsewhere(options: McpOptions, protocol: AgentProfile['protocol']): Promise<Exchange> {
  const line = await openLine(options, protocol)
  try {
    return await line.call({ task: capabilitiesTask, arguments: {} })
  } finally {
    await line.close()
  }
}

async function toolsOf(line: A2aLine | McpLine, url: string): Promise<readonly string[]> {
  if ('tools' in line) return line.tools
  const { tools, refusal } = await line.listTools()
  if (refusal) throw unavailable(url, refusal)
  return tools.map(({ name }) => name)
}
