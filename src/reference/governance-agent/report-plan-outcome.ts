import type { JsonObject } from '../../model/json.ts'
import type { Finding } from './concern.ts'
import { commitmentsOf, totalOf } from './ledger.ts'
import { sum } from './money.ts'
import { outcomeCommitment } from './outcome-commitment.ts'
import { objectAt, textAt, textsIn } from './payload.ts'
import type { PurchaseType } from './plan.ts'
import { planNotFound, Refusal } from './refusal.ts'
import type { AgentState, CheckRecord, OutcomeRecord, StoredPlan } from './state.ts'
import type { Workings } from './workings.ts'

export type OutcomeWord = OutcomeRecord['outcome']

/** report_plan_outcome: what became of an action. The only task that commits budget. */
export function reportPlanOutcome(args: JsonObject, principal: string, work: Workings): JsonObject {
  const { state, parts } = work
  const stored = planOf(args, principal, work)
  const word = args.outcome as OutcomeWord
  refuseIncomplete(args, word)
  const check = parts.reportedCheck(state, stored, args)
  const committed = parts.committedAmount(args, check, state)
  if (word === 'completed') parts.commit(state, outcomeCommitment(args, check, committed, work))
  const total = totalOf(commitmentsOf(state, [stored.key]))
  const findings = parts.outcomeFindings({ word, args, check, committed, total, plan: stored.plan })
  const outcome = record(args, check, committed, findings, stored, work)
  state.history.push({ kind: 'outcome', planKey: stored.key, outcome })
  return { ...parts.outcomeReply(outcome), plan_summary: parts.planSummary(stored.plan.budget.total, total) }
}

function planOf(args: JsonObject, principal: string, { state, parts }: Workings): StoredPlan {
  const stored = parts.visiblePlan(state, textAt(args.plan_id) ?? '', { principal })
  if (stored === undefined) throw planNotFound()
  if (stored.suspended) throw new Refusal('CAMPAIGN_SUSPENDED', 'The plan is suspended until its owner lifts it.')
  return stored
}

function refuseIncomplete(args: JsonObject, word: OutcomeWord): void {
  const needed = word === 'delivery' ? 'delivery' : 'check_id'
  if (args[needed] === undefined) throw new Refusal('INVALID_REQUEST', `The outcome "${word}" needs ${needed}.`, needed)
}

/**
 * The check that the outcome is of: the one it names, or the one its token was issued with.
 * @throws Refusal naming the reference that does not lead to a check of this plan.
 */
export function reportedCheck(state: AgentState, stored: StoredPlan, args: JsonObject): CheckRecord {
  const byToken = state.tokens.get(textAt(args.governance_context) ?? '')
  const named = args.check_id === undefined ? byToken : state.checks.get(textAt(args.check_id) ?? '')
  if (named?.planKey !== stored.key && args.check_id !== undefined) throw unknown('check_id')
  if (byToken?.planKey !== stored.key || named === undefined) throw unknown('governance_context')
  return named
}

function unknown(field: string): Refusal {
  return new Refusal('REFERENCE_NOT_FOUND', `${field} is not known on this plan.`, field)
}

export function planSummary(authorised: number, committed: number): JsonObject {
  return { total_committed: committed, budget_remaining: sum([authorised, -committed]) }
}

function record(
  args: JsonObject,
  check: CheckRecord,
  committed: number,
  findings: readonly Finding[],
  { key }: StoredPlan,
  { clock, ids }: Workings,
): OutcomeRecord {
  const answer = objectAt(args.seller_response)
  return {
    id: ids.next('out'),
    planKey: key,
    actionId: check.actionId,
    at: clock.now(),
    outcome: args.outcome as OutcomeWord,
    status: findings.length > 0 ? 'findings' : 'accepted',
    findings,
    committed: args.outcome === 'delivery' ? undefined : committed,
    purchaseType: (args.purchase_type ?? check.purchaseType) as PurchaseType,
    token: args.governance_context as string,
    sellerReference: textAt(answer.seller_reference),
    channels: textsIn(objectAt(answer.planned_delivery).channels),
  }
}

export function outcomeReply({ id, status, committed, findings }: OutcomeRecord): JsonObject {
  return {
    outcome_id: id,
    status,
    ...(committed === undefined ? {} : { committed_budget: committed }),
    ...(findings.length > 0 ? { findings: findings.map((finding) => ({ ...finding })) } : {}),
  }
}
