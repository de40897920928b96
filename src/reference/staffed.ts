import { readPath } from '../json/path.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { GovernanceAgent } from './governance-agent/agent.ts'
import { objectsIn, textAt } from './governance-agent/payload.ts'

/** Everyone that a storyboard can speak as, beside the buyer. */
export const principals = [
  'seller',
  'second_seller',
  'unapproved_seller',
  'second_buyer',
  'delegate',
  'suspended_buyer',
  'reviewed_buyer',
] as const

/** Where a test kit says which addresses are a principal's own; the others are known by their name alone. */
const addresses: Readonly<Record<string, readonly string[]>> = {
  seller: ['sellers.approved'],
  second_seller: ['sellers.second'],
  unapproved_seller: ['sellers.unapproved', 'sellers.same_host', 'sellers.longer', 'sellers.sibling'],
  delegate: ['delegates.second'],
}

/**
 * The agent with the people around it that storyboards ask a sandbox for: credentials that belong to the sellers and the delegate of
 * the test kit, an operator who suspends what `suspended_buyer` registers, and a reviewer who decides what `reviewed_buyer` asks.
 * `kits` are the `governance` sections of the kits in use; the first one speaks where a request does not tell which is meant.
 */
export function staffed(agent: GovernanceAgent, kits: readonly JsonObject[]): GovernanceAgent {
  return {
    ...agent,
    async handle(task, args, principal) {
      const kit = kitOf(args, kits)
      const result = await agent.handle(task, args, addressOf(principal, args, kit))
      if (principal === 'suspended_buyer') suspendAll(agent, args, principal)
      if (principal === 'reviewed_buyer') review(agent, result.payload, kit)
      return result
    },
  }
}

/** A credential is good in each kit; the caller of a request tells which kit it is about. */
function kitOf({ caller }: JsonObject, kits: readonly JsonObject[]): JsonObject {
  const isKnown = (kit: JsonObject) =>
    kit.caller === caller || Object.keys(addresses).some((principal) => addressesOf(principal, kit).includes(caller))
  return kits.find(isKnown) ?? kits[0] ?? {}
}

/** The caller itself when the address is the principal's own; otherwise another one, and the agent sees an impostor. */
function addressOf(principal: string, { caller }: JsonObject, kit: JsonObject): string {
  const own = addressesOf(principal, kit)
  return textAt(own.find((address) => address === caller) ?? own[0]) ?? principal
}

function addressesOf(principal: string, kit: JsonObject): readonly (Json | undefined)[] {
  return (addresses[principal] ?? []).map((path) => readPath(kit, path))
}

function suspendAll({ operator }: GovernanceAgent, { plans }: JsonObject, owner: string): void {
  for (const { plan_id } of objectsIn(plans)) operator.suspend(owner, textAt(plan_id) ?? '', true)
}

function review({ operator }: GovernanceAgent, { task_id }: JsonObject, { reviewer }: JsonObject): void {
  operator.resolveReview(textAt(task_id) ?? '', { approved: true, actor: textAt(reviewer) ?? 'reviewer' })
}
