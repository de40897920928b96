import type { GovernanceAgent } from '../reference/governance-agent/agent.ts'
import type { Wire } from '../reference/http/wire.ts'
import { serveGovernanceAgent } from '../reference/serve.ts'
import { principals } from '../reference/staffed.ts'
import { agentConnection, type Connection } from '../run/connection.ts'
import { defaultLimits } from '../run/options.ts'

/** Serves an agent on a free port that only this machine can reach, for as long as `use` takes. */
export async function overLoopback<T>(
  agent: GovernanceAgent,
  wire: Wire,
  use: (connection: Connection) => Promise<T>,
  protocol: 'mcp' | 'a2a' = 'mcp',
): Promise<T> {
  const tokens = new Map(['buyer', ...principals].map((name) => [name, crypto.randomUUID()]))
  const bearerTokens = new Map([...tokens].map(([name, token]) => [token, name]))
  const served = await serveGovernanceAgent({ port: 0, agent, bearerTokens, wire })
  try {
    const url = protocol === 'a2a' ? served.a2aUrl : served.url
    return await use(
      agentConnection({ url, protocol, credentials: credentialsOf(tokens), limits: defaultLimits, clock }),
    )
  } finally {
    await served.close()
  }
}

const clock = { now: Date.now }

function credentialsOf(tokens: ReadonlyMap<string, string>) {
  const token = (name: string) => ({ token: tokens.get(name) ?? '' })
  return { ...token('buyer'), principals: Object.fromEntries(principals.map((name) => [name, token(name)])) }
}
