import type { JsonObject } from '../../model/json.ts'
import type { Finding } from './concern.ts'
import { iso } from './instant.ts'
import type { CheckRecord, OutcomeRecord } from './state.ts'

/** Every check and outcome, in order; none is left out, least of all a denial. */
export function auditEntries(items: readonly (CheckRecord | OutcomeRecord)[], planId: string): readonly JsonObject[] {
  return items.map((item) => ('kind' in item ? checkEntry(item, planId) : outcomeEntry(item, planId)))
}

/** The entry has no field for the amount at 3.0, so it stands in the explanation. */
export function checkEntry(check: CheckRecord, planId: string): JsonObject {
  const { kind, tool, status, token } = check
  const context = token ?? check.presented
  return {
    id: check.id,
    type: 'check',
    timestamp: iso(check.at),
    plan_id: planId,
    caller: check.caller,
    ...(tool === undefined ? {} : { tool }),
    ...(status === undefined ? {} : { status }),
    ...(kind === 'inquiry' ? {} : { check_type: kind === 'intent' ? 'intent' : 'execution' }),
    mode: 'enforce',
    explanation: check.explanation,
    policies_evaluated: [...check.policies],
    categories_evaluated: [...check.categories],
    findings: check.findings.map(entryFinding),
    ...(context === undefined ? {} : { governance_context: context }),
    plan_hash: check.planHash,
    purchase_type: check.purchaseType,
  }
}

export function outcomeEntry(outcome: OutcomeRecord, planId: string): JsonObject {
  return {
    id: outcome.id,
    type: 'outcome',
    timestamp: iso(outcome.at),
    plan_id: planId,
    outcome: outcome.outcome,
    ...(outcome.outcome === 'completed' ? { committed_budget: outcome.committed ?? 0 } : {}),
    outcome_status: outcome.status,
    findings: outcome.findings.map(entryFinding),
    governance_context: outcome.token,
    purchase_type: outcome.purchaseType,
  }
}

/** The finding of an audit entry is narrower than that of a reply. */
function entryFinding({ category_id, policy_id, severity, explanation, confidence }: Finding): JsonObject {
  return {
    category_id,
    ...(policy_id === undefined ? {} : { policy_id }),
    severity,
    explanation,
    ...(confidence === undefined ? {} : { confidence }),
  }
}
