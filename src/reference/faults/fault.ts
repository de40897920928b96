import type { AgentParts } from '../governance-agent/parts.ts'

/** One way in which a governance agent can be wrong. Everything else about it stays conformant. */
export interface Fault {
  readonly id: string
  /** The first requirement that it breaks. */
  readonly requirement: string
  /** What it does wrong, in one sentence. */
  readonly title: string
  /** The parts of an agent with this fault. What the fault remembers, it remembers for that agent alone. */
  break(parts: AgentParts): AgentParts
}
