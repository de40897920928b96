import type { AgentProfile } from '../model/agent-profile.ts'
import type { JsonObject } from '../model/json.ts'

/**
 * The values that `$context.<name>` has before the first step of any storyboard: those that the operator gives, and in a run against
 * several agents the address of the one that claims governance, which official storyboards name and no step captures.
 */
export function givenContext(
  given: Readonly<Record<string, string>> = {},
  agents: ReadonlyMap<string, AgentProfile> | undefined,
): JsonObject {
  const [only, another] = [...(agents?.values() ?? [])].filter(({ supportedProtocols }) =>
    supportedProtocols.includes('governance'),
  )
  return { ...(only && !another && { governance_agent_url: only.url }), ...given }
}
