import { sum } from './money.ts'
import type { AgentState, Commitment } from './state.ts'

/** A purchase as its seller has confirmed it so far. */
export interface Purchase {
  readonly actionId: string
  readonly amount: number
  /** Budgets by package id; empty when the seller named none. */
  readonly packages: ReadonlyMap<string, number>
}

/** Money committed: what sellers have confirmed, never what was only approved. */
export function totalOf(commitments: readonly Commitment[]): number {
  return sum(commitments.map(({ amount }) => amount))
}

export function commitmentsOf(state: AgentState, planKeys: readonly string[]): readonly Commitment[] {
  return state.commitments.filter((one) => planKeys.includes(one.planKey))
}

/** What one purchase has committed. */
export function committedBy(state: AgentState, actionId: string): number {
  return totalOf(state.commitments.filter((one) => one.actionId === actionId))
}

/** The purchase that the seller calls by this id; undefined when none has been reported. */
export function purchaseOf(state: AgentState, planKey: string, mediaBuyId: string): Purchase | undefined {
  const reports = state.commitments.filter((one) => one.planKey === planKey && one.mediaBuyId === mediaBuyId)
  const last = reports.at(-1)
  return last && { actionId: last.actionId, amount: totalOf(reports), packages: last.packages }
}

/** What the seller calls the purchase; undefined until an outcome says so. */
export function mediaBuyOf(state: AgentState, actionId: string): string | undefined {
  return state.commitments.findLast((one) => one.actionId === actionId)?.mediaBuyId
}

/** Puts the commitment in the place of the one that stood on the same check, if there was one. */
export function commit(state: AgentState, commitment: Commitment): void {
  const at = state.commitments.findIndex((one) => one.checkId === commitment.checkId)
  if (at < 0) state.commitments.push(commitment)
  else state.commitments[at] = commitment
}
