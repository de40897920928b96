import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'

/** The governance agents that a brand.json names. */
export function governanceAgentsIn(brand: Json | undefined): readonly JsonObject[] {
  const agents = isJsonObject(brand) && Array.isArray(brand.agents) ? (brand.agents as readonly Json[]) : []
  return agents.filter((agent): agent is JsonObject => isJsonObject(agent) && agent.type === 'governance')
}
