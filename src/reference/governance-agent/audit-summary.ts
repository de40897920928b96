import type { JsonObject } from '../../model/json.ts'
import { iso } from './instant.ts'
import type { CheckRecord, OutcomeRecord, Review } from './state.ts'

/** The figures of a trail: what was decided how often, what went to a human, and how that came out. */
export function auditSummary(items: readonly (CheckRecord | OutcomeRecord)[]): JsonObject {
  const checks = items.filter((item): item is CheckRecord => 'kind' in item)
  const escalated = escalatedIn(checks)
  const resolved = escalated.filter(({ review }) => review.resolution !== undefined)
  const count = (status: CheckRecord['status']) => checks.filter((check) => check.status === status).length
  return {
    checks_performed: checks.length,
    outcomes_reported: items.length - checks.length,
    statuses: {
      approved: count('approved'),
      denied: count('denied'),
      conditions: count('conditions'),
      human_reviewed: resolved.length,
    },
    findings_count: items.flatMap(({ findings }) => findings).length,
    escalations: escalated.map(escalation),
    ...(checks.length > 0 ? { drift_metrics: driftOf(checks, escalated.length) } : {}),
  }
}

interface Escalated extends CheckRecord {
  readonly review: Review
}

/** The first check of each review; asking again for the same thing is not another escalation. */
function escalatedIn(checks: readonly CheckRecord[]): readonly Escalated[] {
  const withReview = checks.filter((check): check is Escalated => check.review !== undefined)
  return withReview.filter(
    ({ review }, at) => withReview.findIndex((one) => one.review.taskId === review.taskId) === at,
  )
}

function escalation({ id, review: { reason, resolution } }: Escalated): JsonObject {
  if (resolution === undefined) return { check_id: id, reason }
  const word = resolution.approved ? 'approved_by_human' : 'rejected_by_human'
  return { check_id: id, reason, resolution: `${word}: ${resolution.actor}`, resolved_at: iso(resolution.at) }
}

function driftOf(checks: readonly CheckRecord[], escalations: number): JsonObject {
  const automatic = checks.filter(({ status, review }) => status === 'approved' && review === undefined)
  const confidences = checks.flatMap(({ findings }) => findings.flatMap(({ confidence }) => confidence ?? []))
  const mean = confidences.reduce((total, one) => total + one, 0) / confidences.length
  return {
    escalation_rate: escalations / checks.length,
    auto_approval_rate: automatic.length / checks.length,
    ...(confidences.length > 0 ? { mean_confidence: mean } : {}),
  }
}
