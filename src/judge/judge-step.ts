import { findCheck } from '../checks/index.ts'
import { AuthoringDefect, KeysOutOfReach, NotEvaluable } from '../errors.ts'
import type { Check, Evidence } from '../model/check.ts'
import type { Json } from '../model/json.ts'
import type { Validation } from '../model/storyboard.ts'
import type { BlockedReason, StepVerdict, ValidationResult } from '../model/verdict.ts'
import { contradictionIn } from './contradiction.ts'
import { replyValidation } from './reply-validation.ts'

export interface Judged {
  readonly verdict: StepVerdict
  readonly validations: readonly ValidationResult[]
}

/** A validation whose placeholders were resolved, or the reason why they were not. */
export interface ReadyValidation {
  readonly authored: Validation
  readonly params: Readonly<Record<string, Json | undefined>>
  readonly unresolved?: string
  /** Written as advisory, and counted as required at this release. */
  readonly promoted?: true
}

/** Grades one reply. Silence and noise fail the step and leave its validations unevaluated: there was nothing to look at. */
export function judgeStep(evidence: Evidence, validations: readonly ReadyValidation[]): Judged {
  const reply = replyValidation(evidence, validations.length === 0)
  const silent = isNoAnswer(evidence)
  const results = [
    reply,
    ...contradictionIn(evidence),
    ...validations.map((v) =>
      silent ? notEvaluated(v, 'no_reply', 'there is no reply to look at') : evaluate(v, evidence),
    ),
  ]
  return { verdict: verdictOf(results), validations: results }
}

/** Grades a step that is no AdCP task: what it found itself, and its authored validations when there is something to look at. */
export function judgeFound(
  found: readonly ValidationResult[],
  evidence: Evidence | undefined,
  validations: readonly ReadyValidation[],
): Judged {
  const authored = validations.map((v) =>
    evidence ? evaluate(v, evidence) : notEvaluated(v, 'no_reply', 'there is nothing to look at'),
  )
  const results = [...found, ...authored]
  return { verdict: verdictOf(results), validations: results }
}

/** An HTTP error where a result is due is told once, by gov_reply: it says nothing about each rule. */
function isNoAnswer({ reply, expects }: Evidence): boolean {
  return reply.kind === 'unreachable' || (reply.kind === 'http_error' && expects === 'success')
}

/** The results of a step that was never sent. */
export function unevaluated(
  validations: readonly Validation[],
  cause: BlockedReason,
  why: string,
): readonly ValidationResult[] {
  return validations.map((authored) => notEvaluated({ authored, params: {} }, cause, why))
}

function evaluate(validation: ReadyValidation, evidence: Evidence): ValidationResult {
  const check = findCheck(validation.authored.check)
  if (!check)
    return notEvaluated(
      validation,
      'unknown_check',
      `this release does not know the check "${validation.authored.check}"`,
    )
  if (validation.unresolved !== undefined)
    return notEvaluated(validation, 'unresolved_substitution', validation.unresolved)
  const schema =
    check.kind === 'response_schema' && evidence.responseSchema
      ? { schema: { id: evidence.responseSchema.id, url: evidence.responseSchema.url } }
      : {}
  return { ...described(validation), ...schema, outcome: outcomeOf(check, validation, evidence) }
}

function outcomeOf(check: Check, { params }: ReadyValidation, evidence: Evidence): ValidationResult['outcome'] {
  try {
    return check.evaluate(params, evidence)
  } catch (error) {
    if (error instanceof AuthoringDefect) return { status: 'blocked', cause: 'authoring_defect', reason: error.message }
    if (error instanceof NotEvaluable) return { status: 'blocked', cause: error.blocked, reason: error.message }
    if (error instanceof KeysOutOfReach) return { status: 'blocked', cause: 'missing_keys', reason: error.message }
    return {
      status: 'errored',
      message: `the check ${check.kind} broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    }
  }
}

function described({ authored, promoted }: ReadyValidation): Omit<ValidationResult, 'outcome'> {
  return {
    check: authored.check,
    description: authored.description ?? authored.check,
    severity: authored.severity ?? 'required',
    requirements: authored.requirements ?? [],
    ...(authored.path === undefined ? {} : { path: authored.path }),
    ...(promoted ? { promoted } : {}),
  }
}

function notEvaluated(validation: ReadyValidation, cause: BlockedReason, reason: string): ValidationResult {
  return { ...described(validation), outcome: { status: 'blocked', cause, reason } }
}

/**
 * Advisory validations never decide, not even when they break; a required one that could not be evaluated keeps the step from passing,
 * and so does it when none of them applied to the reply.
 */
export function verdictOf(results: readonly ValidationResult[]): StepVerdict {
  const required = results.filter(({ severity }) => severity === 'required')
  const errored = required.find(({ outcome }) => outcome.status === 'errored')
  if (errored?.outcome.status === 'errored') return { status: 'errored', detail: errored.outcome.message }
  if (required.some(({ outcome }) => outcome.status === 'failed')) return { status: 'failed' }
  const blocked = required.find(({ outcome }) => outcome.status === 'blocked')
  if (blocked?.outcome.status === 'blocked')
    return { status: 'blocked', reason: blocked.outcome.cause, detail: blocked.outcome.reason }
  if (required.some(({ outcome }) => outcome.status === 'passed')) return { status: 'passed' }
  return { status: 'blocked', reason: 'nothing_evaluated', detail: whyNothing(required) }
}

function whyNothing([first]: readonly ValidationResult[]): string {
  const note = first?.outcome.status === 'not_applicable' ? `: ${first.outcome.note}` : ''
  return `no required validation could be evaluated${note}`
}
