import type { AgentProfile } from '../model/agent-profile.ts'
import type { SchemaSet } from '../model/schema-set.ts'
import type { Connection } from './connection.ts'

/** Who was met at first contact. */
export interface Met {
  /** The only agent, or the default one of several. */
  readonly agent: AgentProfile
  /** All of them by key, in a run against several. */
  readonly agents?: ReadonlyMap<string, AgentProfile>
}

/**
 * Asks every agent of a run for what it says of itself, all at once.
 * @throws AgentUnavailable when one of them cannot be reached or does not let us in
 */
export async function firstContact(connection: Connection, schemas: SchemaSet, signal: AbortSignal): Promise<Met> {
  if (!connection.agents) return { agent: await connection.probe(schemas, signal) }
  const met = await Promise.all(
    [...connection.agents].map(async ([key, one]) => [key, await one.probe(schemas, signal)] as const),
  )
  const agents = new Map(met)
  const agent = agents.get(connection.defaultAgent ?? met[0]?.[0] ?? '')
  if (!agent) throw new Error('a run against several agents has none')
  return { agent, agents }
}
