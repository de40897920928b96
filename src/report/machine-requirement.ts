import type { JsonObject } from '../model/json.ts'
import type { FailedValidation, RequirementReport } from '../model/run-report.ts'
import type { GateEvidence } from '../model/verdict.ts'
import { copyLimit, cutJson, cutText, members } from './machine-size.ts'
import { actualOf } from './machine-validation.ts'

/** The verdict on one requirement. The exchange that proves it stands at the step `decided_by`. */
export function requirementRecord(row: RequirementReport): JsonObject {
  return members({
    id: row.id,
    level: row.level,
    statement: row.statement,
    status: row.status,
    reason: row.reason === undefined ? undefined : cutText(row.reason),
    unblock: row.unblock,
    decided_by: row.decidedBy,
    violation: row.violation && violationRecord(row.violation),
    violated_in: row.violatedIn,
    evidence: evidenceRecord(row.evidence),
    remediation: row.remediation,
    source: row.source,
    url: row.url,
    steps: row.steps,
  })
}

/** What proved a gate false; undefined when there is nothing. */
export function evidenceRecord(evidence: GateEvidence | undefined): JsonObject | undefined {
  return evidence && { json_pointer: evidence.pointer, value: cutJson(evidence.value, copyLimit) }
}

function violationRecord({ check, path, outcome, schema }: FailedValidation): JsonObject {
  return members({
    check,
    path,
    message: cutText(outcome.message),
    json_pointer: outcome.pointer,
    expected: cutJson(outcome.expected, copyLimit),
    actual: cutJson(actualOf(outcome), copyLimit),
    schema_url: schema?.url,
  })
}
