import type { JsonObject } from '../model/json.ts'
import type { Connection } from './connection.ts'
import type { RunManner } from './run-prepared.ts'

/** What samples can name as `{{runner.<name>}}` in a run against several agents, beside what every run offers. */
export interface AgentWords {
  /** `agent_url:<key>` of each agent, and `governance_credential`. */
  readonly words: JsonObject
  /** What of it no report may show. */
  readonly secret?: string
}

/**
 * The addresses of the agents by key, so that a plan can name the seller; and what a seller is registered with at the governance
 * agent: the token of the principal `seller`, or, where the run has none, one that is made up for an agent that lets everyone in.
 * A run that is played again finds it in its record.
 */
export function agentWords({ agents }: Connection, { ids, staging }: Pick<RunManner, 'ids' | 'staging'>): AgentWords {
  if (!agents) return { words: {} }
  const addresses = Object.fromEntries([...agents].map(([key, { url }]) => [`agent_url:${key}`, url]))
  const given = [...agents.values()].map((one) => one.tokenOf?.('seller')).find((token) => token !== undefined)
  const secret = staging?.sellerCredential?.(given) ?? given ?? `${ids.uuid()}${ids.uuid()}`
  return { words: { ...addresses, governance_credential: secret }, secret }
}
