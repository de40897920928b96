import { signRevocationList } from '../../token/sign.ts'
import type { GovernanceAgent } from '../governance-agent/agent.ts'

/** The documents that a governance agent and its brand publish; undefined for any other path. */
export async function wellKnown(path: string, agent: GovernanceAgent): Promise<object | undefined> {
  const { keys, issuer } = agent
  switch (path) {
    case '/.well-known/jwks.json':
      return { keys: agent.jwks() }
    case '/.well-known/jwks-archive.json':
      return { keys: keys.retired }
    case '/.well-known/governance-revocations.json':
      return await signRevocationList(agent.revocations(), keys)
    case '/.well-known/brand.json':
      return { agents: [{ type: 'governance', id: 'reference_governance', url: issuer }] }
    default:
      return undefined
  }
}
