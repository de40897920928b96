import type { SchemaSet } from '../../model/schema-set.ts'
import type { GovernanceKeys } from '../../token/keys.ts'
import type { AgentClock } from './agent-clock.ts'
import type { AgentParts } from './parts.ts'
import type { AgentState } from './state.ts'

/** What every task of the agent works with. */
export interface Workings {
  readonly clock: AgentClock
  readonly ids: { next(prefix: string): string }
  readonly keys: GovernanceKeys
  /** The https URL of this agent, as its brand publishes it. */
  readonly issuer: string
  readonly schemas: SchemaSet
  readonly parts: AgentParts
  readonly state: AgentState
}
