import type { Evidence, Outcome } from '../model/check.ts'
import type { Json } from '../model/json.ts'

export const decisions = ['approved', 'denied', 'conditions'] as const
export type Decision = (typeof decisions)[number]

/**
 * The governance decision of a check_governance reply, under the name it has at this AdCP version.
 * At 3.0 the field is `status`, as is the task status of the envelope: only the three decision words count.
 */
export function readDecision(evidence: Evidence): Decision | undefined {
  if (evidence.reply.kind !== 'task' || evidence.reply.error) return undefined
  const value = evidence.payload?.[evidence.adcp.decisionField]
  return isDecision(value) ? value : undefined
}

export function isDecision(value: Json | undefined): value is Decision {
  return decisions.some((decision) => decision === value)
}

/** For a rule about one decision: why it has nothing to say of this reply. A reply without a decision stays the rule's business. */
export function otherDecision(wanted: Decision | undefined, evidence: Evidence): NotApplicable | undefined {
  const decision = readDecision(evidence)
  if (wanted === undefined || decision === undefined || decision === wanted) return undefined
  return { status: 'not_applicable', note: `the decision is "${decision}"` }
}

type NotApplicable = Extract<Outcome, { status: 'not_applicable' }>
