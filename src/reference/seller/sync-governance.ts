import type { JsonObject } from '../../model/json.ts'
import { objectAt, objectsIn, textAt, textsIn } from '../governance-agent/payload.ts'
import { errorOf, SellerRefusal } from './refusal.ts'
import type { GovernanceAgentEntry, SellerState } from './state.ts'
import type { SellerWorkings } from './workings.ts'

/** sync_governance: who watches over each account from now on, in the place of all who did before. */
export function syncGovernance(args: JsonObject, principal: string, work: SellerWorkings): JsonObject {
  return { accounts: objectsIn(args.accounts).map((wanted) => syncAccount(wanted, principal, work)) }
}

function syncAccount(wanted: JsonObject, principal: string, { state, parts }: SellerWorkings): JsonObject {
  const ref = objectAt(wanted.account)
  const account = parts.accountToGovern(state, ref, principal)
  if (account === undefined)
    return parts.registrationReply({ account: ref, status: 'failed', errors: [errorOf(unknownAccount())] })
  const agents = objectsIn(wanted.governance_agents).map(entryIn)
  parts.register(state, account.id, agents)
  return parts.registrationReply({ account: ref, status: 'synced', governance_agents: agents.map(parts.agentReply) })
}

/** Replaces what was registered (task sync_governance: replace semantics). */
export function register(state: SellerState, accountId: string, agents: readonly GovernanceAgentEntry[]): void {
  state.governance.set(accountId, agents)
}

function unknownAccount(): SellerRefusal {
  return new SellerRefusal('ACCOUNT_NOT_FOUND', 'No such account, or it is not yours.', { field: 'account' })
}

function entryIn(agent: JsonObject): GovernanceAgentEntry {
  const categories = textsIn(agent.categories)
  return {
    url: textAt(agent.url) ?? '',
    credential: textAt(objectAt(agent.authentication).credentials) ?? '',
    ...(categories.length > 0 && { categories }),
  }
}
