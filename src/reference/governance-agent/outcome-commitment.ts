import type { JsonObject } from '../../model/json.ts'
import { purchaseOf } from './ledger.ts'
import { sum } from './money.ts'
import { objectAt, objectsIn, textAt, textsIn } from './payload.ts'
import type { PurchaseType } from './plan.ts'
import { netChange, packageBudgets } from './spend.ts'
import type { AgentState, CheckRecord, Commitment } from './state.ts'
import type { Workings } from './workings.ts'

/**
 * What an outcome adds to the committed budget: the seller's amount, be it stated or the sum of its packages, and the
 * checked amount when the seller states none. For a change of a purchase, the difference from what it had committed.
 */
export function committedAmount(args: JsonObject, check: CheckRecord, state: AgentState): number {
  if (args.outcome !== 'completed') return 0
  const answer = objectAt(args.seller_response)
  const known = changed(check, state)
  if (typeof answer.committed_budget === 'number') return sum([answer.committed_budget, -(known?.amount ?? 0)])
  if (objectsIn(answer.packages).some(({ budget }) => budget !== undefined))
    return netChange({ packages: answer.packages ?? [] }, known)
  return check.amount
}

/** The purchase that a check proposed to change; undefined for a new one. */
function changed({ tool, mediaBuyId, planKey }: CheckRecord, state: AgentState) {
  if (!tool?.startsWith('update_') || mediaBuyId === undefined) return undefined
  return purchaseOf(state, planKey, mediaBuyId)
}

export function outcomeCommitment(
  args: JsonObject,
  check: CheckRecord,
  amount: number,
  { state, clock }: Workings,
): Commitment {
  const answer = objectAt(args.seller_response)
  const lifecycle = [...state.checks.values()].filter(({ actionId }) => actionId === check.actionId)
  const execution = lifecycle.findLast(({ kind }) => kind === 'execution')
  const delivered = textsIn(objectAt(answer.planned_delivery).channels)
  return {
    planKey: check.planKey,
    actionId: check.actionId,
    checkId: check.id,
    caller: lifecycle.find(({ kind }) => kind === 'intent')?.caller ?? check.caller,
    seller: execution?.caller,
    purchaseType: (args.purchase_type ?? check.purchaseType) as PurchaseType,
    channels: delivered.length > 0 ? delivered : (execution?.channels ?? check.channels),
    mediaBuyId: textAt(answer.seller_reference) ?? check.mediaBuyId,
    packages: new Map([...(changed(check, state)?.packages ?? []), ...check.packages, ...packageBudgets(answer)]),
    amount,
    reallocated: check.reallocated,
    at: clock.now(),
  }
}
