import type { JsonObject } from '../../model/json.ts'
import { textAt } from '../governance-agent/payload.ts'
import { askGovernance, type GovernanceDecision } from './ask-governance.ts'
import type { GovernanceQuestion } from './governance-question.ts'
import { SellerRefusal } from './refusal.ts'
import type { Account, Authority } from './state.ts'
import { useOf } from './token-steps.ts'
import type { TokenFlaw, TokenSubject } from './token-subject.ts'
import type { SellerWorkings } from './workings.ts'

/** Whether anybody watches over the spending of an account. */
export function isGoverned({ id }: Account, { state }: SellerWorkings): boolean {
  return (state.governance.get(id) ?? []).length > 0
}

/**
 * What authorises a request on a governed account: its token, verified.
 * @throws SellerRefusal PERMISSION_DENIED when there is none, or it is not good for this request; it never says why
 */
export async function authorityOf(args: JsonObject, subject: TokenSubject, work: SellerWorkings): Promise<Authority> {
  const token = textAt(args.governance_context)
  if (!token) return work.parts.withoutToken(args)
  const verified = await work.parts.verifyToken(token, subject, work)
  if ('flaw' in verified) throw work.parts.tokenRefusal(verified.flaw)
  const planId = subject.planId ?? textAt(verified.claims.sub) ?? ''
  return { planId, token, use: useOf(verified.claims) }
}

/** From now on the token is used up: what it authorised was done. */
export function useUp({ use }: Authority, { state }: SellerWorkings): void {
  if (use !== undefined) state.usedTokens.add(use)
}

/** A governed commitment needs a token. @throws SellerRefusal always */
export function withoutToken(_args: JsonObject): never {
  const message = 'This account is governed: call check_governance first and send its governance_context.'
  throw new SellerRefusal('PERMISSION_DENIED', message, { field: 'governance_context' })
}

/** The same words for every flaw (security, verification error taxonomy). */
export function tokenRefusal(_flaw: TokenFlaw): SellerRefusal {
  const message = 'The governance_context does not authorise this request. Call check_governance again.'
  return new SellerRefusal('PERMISSION_DENIED', message, { field: 'governance_context' })
}

/** What may be run, once governance has approved it, and when it wants to hear of it again. */
export interface Clearance {
  readonly planned: JsonObject
  readonly nextCheck: string | undefined
}

/**
 * Asks for a decision on what is planned. Conditions that the seller can meet by itself are met, and asked about once more.
 * @throws SellerRefusal for anything but an approval
 */
export async function clear(question: GovernanceQuestion, work: SellerWorkings): Promise<Clearance> {
  const { parts } = work
  const decision = await askGovernance(question, work)
  const planned = decision.kind === 'conditions' ? parts.adjusted(question.planned, decision.conditions) : undefined
  if (planned === undefined) return cleared(decision, question.planned, work)
  return cleared(await askGovernance({ ...question, planned }, work), planned, work)
}

function cleared(decision: GovernanceDecision, planned: JsonObject, { parts }: SellerWorkings): Clearance {
  if (decision.kind === 'approved') return { planned, nextCheck: decision.nextCheck }
  return parts.onRefused(decision, planned)
}
