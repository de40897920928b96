import { planKey } from './facts.ts'
import type { CheckRecord, Review } from './state.ts'
import type { Workings } from './workings.ts'

/** A decision by a person who is named in the audit log. */
export interface HumanDecision {
  readonly approved: boolean
  readonly actor: string
}

export interface Operator {
  /** Ends a human review; false when no such review waits. The caller learns of it by asking again. */
  resolveReview(taskId: string, decision: HumanDecision): boolean
  /** Reviews that wait, oldest first. */
  waitingReviews(): readonly Review[]
  /** Stops a plan, or lets it go on; false when the owner has no such plan. */
  suspend(owner: string, planId: string, suspended: boolean): boolean
  /** Puts the id of a token on the revocation list. */
  revoke(jti: string): void
}

export function operatorOf(work: Workings): Operator {
  const { state } = work
  return {
    resolveReview: (taskId, decision) => resolve(taskId, decision, work),
    waitingReviews: () => waiting(work).flatMap(({ review }) => review ?? []),
    suspend(owner, planId, suspended) {
      const stored = state.plans.get(planKey(owner, planId))
      if (stored) state.plans.set(stored.key, { ...stored, suspended })
      return stored !== undefined
    },
    revoke: (jti) => void state.revoked.add(jti),
  }
}

function resolve(taskId: string, { approved, actor }: HumanDecision, work: Workings): boolean {
  const { state, clock } = work
  const affected = waiting(work, true).filter(({ review }) => review?.taskId === taskId)
  for (const check of affected) {
    if (check.review === undefined) continue
    const review = { ...check.review, resolution: { approved, actor, at: clock.now() } }
    const explanation = `${check.explanation} ${approved ? 'Approved' : 'Rejected'} by ${actor}.`
    state.checks.set(check.id, { ...check, status: decided(check, approved), review, explanation })
  }
  return affected.length > 0
}

/** A human cannot approve what breaks a limit of the plan: that takes another plan. */
function decided({ findings }: CheckRecord, approved: boolean): CheckRecord['status'] {
  return approved && !findings.some(({ severity }) => severity === 'critical') ? 'approved' : 'denied'
}

/** The checks that wait for a human; of each review only the first, unless all are asked for. */
function waiting({ state }: Workings, all = false): readonly CheckRecord[] {
  const open = [...state.checks.values()].filter(({ review, status }) => review && status === undefined)
  if (all) return open
  return open.filter((check, at) => open.findIndex((one) => one.review?.taskId === check.review?.taskId) === at)
}
