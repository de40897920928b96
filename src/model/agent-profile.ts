import type { Exchange } from './exchange.ts'
import type { JsonObject } from './json.ts'

/** What the agent says of itself at first contact. */
export interface AgentProfile {
  readonly url: string
  readonly protocol: 'mcp' | 'a2a'
  /** What the protocol was found out by, when it was not given; the end of a sentence. */
  readonly protocolBecause?: string
  readonly server?: { readonly name?: string; readonly version?: string }
  /** Names from tools/list, in the agent's order. */
  readonly tools: readonly string[]
  /** The payload of get_adcp_capabilities; undefined when the agent gave none that its schema accepts. */
  readonly capabilities?: JsonObject
  /** The call behind it, when it was made. */
  readonly capabilitiesExchange?: Exchange
  readonly supportedProtocols: readonly string[]
  readonly specialisms: readonly string[]
  readonly experimentalFeatures: readonly string[]
}
