import type { AgentProfile } from '../model/agent-profile.ts'
import { openA2a } from './a2a.ts'
import { openMcp } from './mcp.ts'
import type { Line, McpOptions } from './mcp-line.ts'
import type { Refusal } from './refusal.ts'

export interface Detected {
  readonly protocol: AgentProfile['protocol']
  /** What it was told by, as the end of a sentence. */
  readonly because: string
}

/** Each question gets this long at most, in milliseconds. */
const patienceMs = 10_000

/**
 * Finds out which protocol an address speaks. One that ends in /mcp or names an agent card is taken at its word. Otherwise an
 * answer to `initialize` means MCP, and an agent card A2A; at the root of an origin, where the card may speak for nothing
 * else, it is looked for first. When there is neither, it is MCP, whose first contact then says what is wrong.
 */
export async function detectProtocol(options: McpOptions): Promise<Detected> {
  const { pathname } = new URL(options.url)
  if (/\/mcp\/?$/.test(pathname)) return { protocol: 'mcp', because: 'the address ends in /mcp' }
  if (/\/\.well-known\/agent(-card)?\.json$/.test(pathname))
    return { protocol: 'a2a', because: 'the address names an agent card' }
  const asking = { ...options, limits: { ...options.limits, callTimeoutMs: timeFor(options) } }
  const [first, second] = pathname === '/' ? [lookForCard, initialize] : [initialize, lookForCard]
  return (await first(asking)) ?? (await second(asking)) ?? undecided
}

const undecided: Detected = { protocol: 'mcp', because: 'neither an agent card nor an answer to initialize was found' }
const unanswered: Detected = { protocol: 'mcp', because: 'nothing answered' }

function timeFor({ limits }: McpOptions): number {
  return Math.min(limits.callTimeoutMs, patienceMs)
}

/** A card that cannot be used is a card all the same. */
async function lookForCard(options: McpOptions): Promise<Detected | undefined> {
  const line = await closed(openA2a(options))
  if (line.hasCard) return { protocol: 'a2a', because: 'the agent has an agent card' }
  return isOffTheLine(line.refusal) ? unanswered : undefined
}

async function initialize(options: McpOptions): Promise<Detected | undefined> {
  const { refusal } = await closed(openMcp(options))
  if (!refusal) return { protocol: 'mcp', because: 'the agent answered initialize' }
  return isOffTheLine(refusal) ? unanswered : undefined
}

async function closed<L extends Line>(opening: Promise<L>): Promise<L> {
  const line = await opening
  await line.close()
  return line
}

function isOffTheLine(refusal: Refusal | undefined): boolean {
  return refusal?.kind === 'unreachable' && ['refused', 'dns', 'tls', 'timeout', 'interrupted'].includes(refusal.cause)
}
