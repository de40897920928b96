import type { JsonObject } from '../model/json.ts'
import type { RequestChange, StepReport } from '../model/run-report.ts'
import type { BlockedReason } from '../model/verdict.ts'
import {
  extractionRecord,
  requestRecord,
  responseRecord,
  secondOpinionRecord,
  unreachableNote,
} from './machine-exchange.ts'
import { evidenceRecord } from './machine-requirement.ts'
import { copyLimit, cutJson, cutText, members, replyLimit } from './machine-size.ts'
import { trafficRecord } from './machine-traffic.ts'
import { stepFailure, validationResult } from './machine-validation.ts'

/** runner-output-contract, step_result; our own words for it stand beside the contract's. */
export function stepResult(step: StepReport, remediations: ReadonlyMap<string, string>): JsonObject {
  const { exchange } = step
  return members({
    address: step.address,
    storyboard_id: step.storyboard,
    phase_id: step.phase,
    step_id: step.id,
    title: step.title,
    task: step.task,
    line: step.line,
    doc_ref: step.docRef,
    status: step.verdict.status,
    passed: step.verdict.status === 'passed',
    started_at: step.startedAt,
    duration_ms: Math.round(step.durationMs),
    skip: skipOf(step),
    error: errorOf(step),
    validations: validationsOf(step, remediations),
    extraction: extractionRecord(exchange),
    request: exchange && requestRecord(exchange, replyLimit),
    optional: step.optional,
    ...trafficRecord(step),
    response: (exchange && responseRecord(exchange, replyLimit)) ?? undefined,
    second_opinion: secondOpinionRecord(exchange),
    changes: step.changes.map(changeRecord),
    captured: step.captured,
  })
}

/** The contract's reason for a step that was not exercised; undefined for one that was. */
export function canonicalSkip({ verdict }: StepReport): string | undefined {
  if (verdict.status === 'blocked') return canonical[verdict.reason]
  return verdict.status === 'not_applicable' ? verdict.reason : undefined
}

// The contract knows few reasons and asks for the narrower one in `detail`. Never not_applicable: blocked is no excuse.
const canonical = {
  prerequisite_failed: 'prerequisite_failed',
  unresolved_substitution: 'prerequisite_failed',
  missing_tool: 'missing_tool',
  missing_test_controller: 'missing_test_controller',
  missing_principal: 'unsatisfied_contract',
  rate_limited: 'prerequisite_failed',
  not_let_in: 'prerequisite_failed',
  session_lost: 'prerequisite_failed',
  missing_keys: 'unsatisfied_contract',
  unknown_check: 'unsatisfied_contract',
  no_reply: 'unsatisfied_contract',
  nothing_evaluated: 'unsatisfied_contract',
  authoring_defect: 'unsatisfied_contract',
  unsupported: 'unsatisfied_contract',
  deadline: 'unsatisfied_contract',
  interrupted: 'unsatisfied_contract',
  requirement_unmet: 'unsatisfied_contract',
  controller_seeding_failed: 'prerequisite_failed',
  peer_unreachable: 'unsatisfied_contract',
  task_pending: 'unsatisfied_contract',
} as const satisfies Record<BlockedReason, string>

function skipOf(step: StepReport): JsonObject | undefined {
  const { verdict } = step
  const reason = canonicalSkip(step)
  if (reason === undefined || (verdict.status !== 'blocked' && verdict.status !== 'not_applicable')) return undefined
  const narrower = verdict.reason === reason ? '' : `${verdict.reason}: `
  const evidence = verdict.status === 'not_applicable' ? verdict.evidence : undefined
  return members({
    reason,
    detail: narrower + cutText(verdict.detail),
    blocked_reason: verdict.status === 'blocked' ? verdict.reason : undefined,
    evidence: evidenceRecord(evidence),
  })
}

function errorOf({ verdict, exchange }: StepReport): string | undefined {
  if (verdict.status === 'errored') return cutText(verdict.detail)
  return exchange?.reply.kind === 'unreachable' ? unreachableNote(exchange.reply) : undefined
}

function validationsOf(step: StepReport, remediations: ReadonlyMap<string, string>): JsonObject[] {
  const { exchange, validations, verdict } = step
  const results = validations.map((validation) => validationResult(validation, { exchange, remediations }))
  const explained = validations.some(({ outcome }) => outcome.status === 'failed')
  if (verdict.status === 'failed' && !explained) results.push(stepFailure('The step failed as a whole.', exchange))
  if (verdict.status === 'errored' && !explained) results.push(stepFailure(verdict.detail, exchange))
  return results
}

function changeRecord(change: RequestChange): JsonObject {
  return members({
    json_pointer: change.pointer,
    kind: change.kind,
    from: change.from === undefined ? undefined : cutJson(change.from, copyLimit),
    to: cutJson(change.to, copyLimit),
    why: change.why,
  })
}
