import type { JsonObject } from '../../model/json.ts'
import { planHash } from '../../token/plan-hash.ts'
import { readToken, type SignedToken } from '../../token/read-token.ts'
import { delivery, intent, plan, testBed } from '../agent.fixture.ts'
import type { AgentParts } from '../governance-agent/parts.ts'
import { ask, bed, type Probe, tokenOf } from './probe-bed.fixture.ts'

/** The token of an approved intent under a plan with these terms, taken apart. */
async function tokenUnder(parts: AgentParts, more: JsonObject = {}): Promise<SignedToken | undefined> {
  return taken(await ask(await bed(parts, more), intent(100)))
}

function taken({ governance_context: token }: JsonObject): SignedToken | undefined {
  const read = readToken(String(token))
  return 'token' in read ? read.token : undefined
}

/** Whether the token carries the hash of a plan with these terms. */
function hashes(more: JsonObject): Probe {
  return async (parts) => (await tokenUnder(parts, more))?.claims.plan_hash === planHash(plan(more))
}

/** What the agent publishes, and what stands in few of its tokens: deliveries, critical claims, hashes of odd plans. */
export const publishedProbes: Readonly<Record<string, Probe>> = {
  'published keys': async (parts) => {
    const keys = testBed(parts).agent.jwks()
    return keys.map(({ kid, use, key_ops, adcp_use }) => ({ kid, use, key_ops, adcp_use }))
  },
  'revoked keys': async (parts) => testBed(parts).agent.revocations().revoked_kids,
  'token phase of a delivery': async (parts) => {
    const on = await bed(parts)
    return taken(await ask(on, delivery(await tokenOf(on), { spend: 100, cumulative_spend: 100 })))?.claims.phase
  },
  'critical claims': async (parts) => {
    const token = await tokenUnder(parts)
    return token && [token.header.crit, 'budget_cap' in token.claims]
  },
  'hash of text': hashes({ objectives: 'cafe\u0301' }),
  'hash of numbers': hashes({ ext: { rate: 33.333 } }),
  'hash of lists': hashes({ ext: { order: ['b', 'a'] } }),
  'hash of nulls': hashes({ ext: { note: null } }),
  'hash of names': hashes({ ext: { status: 'draft' } }),
}
