import type { Concerns, Condition, Finding } from './concern.ts'

export type Decision =
  | { readonly status: 'approved'; readonly findings: readonly Finding[] }
  | { readonly status: 'denied'; readonly findings: readonly Finding[] }
  | { readonly status: 'conditions'; readonly findings: readonly Finding[]; readonly conditions: readonly Condition[] }
  | { readonly status: 'escalated'; readonly findings: readonly Finding[]; readonly reason: string }

export interface Situation {
  /** Why every action on the plan goes to a human; undefined when none has to, or one has already approved this. */
  readonly review: string | undefined
  /** A human has looked at this action and approved it. */
  readonly reviewed: boolean
  /** How often in a row this action has been asked for without its conditions being met. */
  readonly unmet: number
}

/** Re-checks that may come back with unmet conditions before the answer is no (check_governance, conditions). */
const patience = 3

/** One decision from all that the rules have to say: a human first where one is due, then limits, then conditions. */
export function decide(concerns: Concerns, { review, reviewed, unmet }: Situation): Decision {
  const findings = concerns.map(({ finding }) => finding)
  if (review !== undefined) return { status: 'escalated', findings, reason: review }
  if (concerns.some(({ kind }) => kind === 'violation')) return { status: 'denied', findings }
  const escalation = concerns.find((concern) => concern.kind === 'escalation')
  if (escalation && !reviewed) return { status: 'escalated', findings, reason: escalation.reason }
  const conditions = concerns.flatMap((concern) => (concern.kind === 'condition' ? [concern.condition] : []))
  if (conditions.length === 0) return { status: 'approved', findings }
  if (unmet >= patience) return { status: 'denied', findings }
  return { status: 'conditions', findings, conditions }
}
