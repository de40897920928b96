import type { AgentProfile } from '../model/agent-profile.ts'

/** What the agents of a run offer and claim together; the capabilities are those of the one in front. */
export function everyone(front: AgentProfile, agents: ReadonlyMap<string, AgentProfile> | undefined): AgentProfile {
  if (!agents) return front
  const all = [...agents.values()]
  const together = (list: (agent: AgentProfile) => readonly string[]) => [...new Set(all.flatMap(list))]
  return {
    ...front,
    tools: together(({ tools }) => tools),
    supportedProtocols: together(({ supportedProtocols }) => supportedProtocols),
    specialisms: together(({ specialisms }) => specialisms),
    experimentalFeatures: together(({ experimentalFeatures }) => experimentalFeatures),
  }
}
