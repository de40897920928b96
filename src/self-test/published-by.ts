import type { Json } from '../model/json.ts'
import type { PublishedDocument, PublishedKeys } from '../model/published-keys.ts'
import type { GovernanceAgent } from '../reference/governance-agent/agent.ts'
import { wellKnown } from '../reference/http/well-known.ts'

/** What a reference agent publishes, as it would be served at its well-known places. */
export async function publishedBy(agent: GovernanceAgent, clock: { now(): number }): Promise<PublishedKeys> {
  const at = async (name: string): Promise<readonly PublishedDocument[]> => {
    const path = `/.well-known/${name}.json`
    const body = JSON.parse(JSON.stringify(await wellKnown(path, agent))) as Json
    return [{ url: `http://in-process.invalid${path}`, place: 'agent', status: 200, body }]
  }
  return {
    fetchedAt: new Date(clock.now()).toISOString(),
    jwks: await at('jwks'),
    archive: await at('jwks-archive'),
    revocations: await at('governance-revocations'),
    brand: await at('brand'),
  }
}
