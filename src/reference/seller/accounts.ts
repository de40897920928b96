import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import { objectAt, objectsIn, textAt } from '../governance-agent/payload.ts'
import { SellerRefusal } from './refusal.ts'
import type { Account, GovernanceAgentEntry, SellerState } from './state.ts'
import type { SellerWorkings } from './workings.ts'

/**
 * The account that a reference means, among those of the principal. Undefined for an account of somebody else as for one
 * that does not exist: the two must not be told apart.
 */
export function ownAccount(state: SellerState, ref: Json | undefined, principal: string): Account | undefined {
  const found = isJsonObject(ref) ? [...state.accounts.values()].find((account) => isMeant(account, ref)) : undefined
  return found?.owner === principal ? found : undefined
}

/** @throws SellerRefusal when the principal has no such account */
export function accountOf(args: JsonObject, principal: string, { parts, state }: SellerWorkings): Account {
  const account = parts.ownAccount(state, args.account, principal)
  if (account === undefined)
    throw new SellerRefusal('ACCOUNT_NOT_FOUND', 'No such account, or it is not yours.', { field: 'account' })
  return account
}

function isMeant(account: Account, ref: JsonObject): boolean {
  if (ref.account_id !== undefined) return account.id === ref.account_id
  return naturalKey(objectAt(ref.brand), textAt(ref.operator), ref.sandbox) === keyOf(account)
}

function keyOf({ brand, operator, sandbox }: Account): string {
  return naturalKey(brand, operator, sandbox)
}

function naturalKey(brand: JsonObject, operator: string | undefined, sandbox: Json | undefined): string {
  return JSON.stringify([brand.domain ?? null, brand.brand_id ?? null, operator ?? null, sandbox === true])
}

/** sync_accounts: each account is there afterwards, and active at once. */
export function syncAccounts(args: JsonObject, principal: string, work: SellerWorkings): JsonObject {
  const dryRun = args.dry_run === true
  const accounts = objectsIn(args.accounts).map((wanted) => syncAccount(wanted, principal, { work, dryRun }))
  return { ...(dryRun && { dry_run: true }), accounts }
}

function syncAccount(
  wanted: JsonObject,
  principal: string,
  { work, dryRun }: { readonly work: SellerWorkings; readonly dryRun: boolean },
): JsonObject {
  const brand = objectAt(wanted.brand)
  const operator = textAt(wanted.operator) ?? ''
  const sandbox = wanted.sandbox === true
  const billing = textAt(wanted.billing) ?? 'operator'
  const key = naturalKey(brand, operator, sandbox)
  const known = [...work.state.accounts.values()].find((one) => keyOf(one) === key)
  if (known && known.owner !== principal)
    return { brand, operator, action: 'failed', status: 'rejected', errors: [notYours] }
  const account = { id: known?.id ?? work.ids.next('acct'), owner: principal, brand, operator, sandbox, billing }
  if (!dryRun) work.state.accounts.set(account.id, account)
  const action = known === undefined ? 'created' : known.billing === billing ? 'unchanged' : 'updated'
  return { ...accountReply(account), action }
}

const notYours = { code: 'PERMISSION_DENIED', message: 'This account cannot be set up by you.' }

/** list_accounts: those of the principal, with the agents that watch over them. */
export function listAccounts(_args: JsonObject, principal: string, { state, parts }: SellerWorkings): JsonObject {
  const own = [...state.accounts.values()].filter(({ owner }) => owner === principal)
  return {
    accounts: own.map((account) => {
      const agents = state.governance.get(account.id) ?? []
      return { ...accountReply(account), ...(agents.length > 0 && { governance_agents: agents.map(parts.agentReply) }) }
    }),
  }
}

/** A registered agent, as the buyer may see it: without the credential. */
export function agentReply({ url, categories }: GovernanceAgentEntry): JsonObject {
  return { url, ...(categories && { categories }) }
}

/** An account as replies show it. */
export function accountReply({ id, brand, operator, billing, sandbox }: Account): JsonObject {
  const name = `${textAt(brand.domain) ?? 'unnamed'} by ${operator}`
  return { account_id: id, name, brand, operator, status: 'active', billing, ...(sandbox && { sandbox }) }
}
