import type { FailedOutcome } from '../model/check.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { ValidationResult } from '../model/verdict.ts'
import { requestRecord, responseRecord } from './machine-exchange.ts'
import { copyLimit, cutJson, cutText, members } from './machine-size.ts'

/** What a failed validation is reported with beside its own outcome. */
export interface ValidationContext {
  readonly exchange: Exchange | undefined
  /** Requirement id to the sentence that says how to mend the agent. */
  readonly remediations: ReadonlyMap<string, string>
}

/** runner-output-contract, validation_result. Only an evaluated validation that holds is `passed`; `status` says more. */
export function validationResult(validation: ValidationResult, context: ValidationContext): JsonObject {
  const { outcome } = validation
  return members({
    check: validation.check,
    passed: outcome.status === 'passed',
    status: outcome.status,
    severity: validation.severity,
    promoted: validation.promoted,
    description: validation.description,
    requirements: validation.requirements,
    path: validation.path,
    note: noteOf(outcome),
    ...(outcome.status === 'failed' && failure(outcome, validation, context)),
  })
}

/** The failed validation of a step that failed without one (runner-output-contract, step_result). */
export function stepFailure(message: string, exchange: Exchange | undefined): JsonObject {
  const outcome: FailedOutcome = { status: 'failed', message, pointer: null, expected: null, actual: null }
  const validation = { check: 'step', description: message, severity: 'required', requirements: [], outcome } as const
  return validationResult(validation, { exchange, remediations: new Map() })
}

function failure(outcome: FailedOutcome, validation: ValidationResult, context: ValidationContext) {
  const { exchange, remediations } = context
  const remediation = validation.requirements.map((id) => remediations.get(id)).find((text) => text !== undefined)
  return {
    message: cutText(outcome.message),
    request: exchange ? requestRecord(exchange, copyLimit) : null,
    response: exchange ? responseRecord(exchange, copyLimit) : null,
    json_pointer: outcome.pointer,
    expected: cutJson(outcome.expected, copyLimit),
    actual: cutJson(actualOf(outcome), copyLimit),
    schema_id: validation.schema?.id ?? null,
    schema_url: validation.schema?.url ?? null,
    remediation,
  }
}

/** The contract wants the schema's errors as the actual value of response_schema. */
export function actualOf({ schemaErrors, actual }: FailedOutcome): Json {
  if (!schemaErrors) return actual
  return schemaErrors.map((error) => ({
    instance_path: error.instancePath,
    schema_path: error.schemaPath,
    keyword: error.keyword,
    message: error.message,
  }))
}

function noteOf(outcome: ValidationResult['outcome']): string | undefined {
  switch (outcome.status) {
    case 'passed':
    case 'not_applicable':
      return outcome.note === undefined ? undefined : cutText(outcome.note)
    case 'blocked':
      return cutText(outcome.reason)
    case 'errored':
      return cutText(outcome.message)
    case 'failed':
      return undefined
    default:
      return outcome satisfies never
  }
}
