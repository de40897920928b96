import type { JsonObject } from '../../model/json.ts'
import { iso } from './instant.ts'
import type { Plan } from './plan.ts'
import type { CheckRecord } from './state.ts'

/** The reply of check_governance; while a human decides, that of a task that has been submitted. */
export function checkReply(check: CheckRecord, plan: Plan): JsonObject {
  const findings = check.findings.map((finding) => ({ ...finding }))
  const some = findings.length > 0 ? { findings } : {}
  if (check.status === undefined) return { ...submitted(check), ...some }
  return {
    check_id: check.id,
    status: check.status,
    plan_id: plan.plan_id,
    explanation: check.explanation,
    ...some,
    ...(check.conditions.length > 0 ? { conditions: check.conditions.map((condition) => ({ ...condition })) } : {}),
    ...(check.expiresAt === undefined ? {} : { expires_at: iso(check.expiresAt) }),
    ...(check.nextCheck === undefined ? {} : { next_check: iso(check.nextCheck) }),
    ...(check.token === undefined ? {} : { governance_context: check.token }),
    categories_evaluated: [...check.categories],
    policies_evaluated: [...check.policies],
    mode: 'enforce',
  }
}

function submitted({ review }: CheckRecord): JsonObject {
  return {
    status: 'submitted',
    task_id: review?.taskId ?? '',
    message: `A human decides. ${review?.reason ?? ''} Ask again with the same request to learn the decision.`,
  }
}
