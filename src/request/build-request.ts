import { readPath, toPointer, writePath } from '../json/path.ts'
import type { JsonObject } from '../model/json.ts'
import type { RequestChange } from '../model/run-report.ts'
import type { TaskSchemas } from '../model/schema-set.ts'
import type { Step } from '../model/storyboard.ts'
import { applyConditions } from './adjust.ts'
import { shiftDates } from './dates.ts'
import { freshKey } from './fresh-key.ts'
import type { Scope } from './scope.ts'
import { substitute } from './substitute.ts'

export type BuiltRequest =
  | { readonly status: 'ready'; readonly payload: JsonObject; readonly changes: readonly RequestChange[] }
  | { readonly status: 'blocked'; readonly detail: string }

export interface RequestRules {
  /** Milliseconds that every date moves by; 0 leaves them as written. */
  readonly dateShift: number
  readonly now: number
  readonly schemas: TaskSchemas | undefined
}

interface Draft {
  readonly payload: JsonObject
  readonly changes: readonly RequestChange[]
}

/**
 * The sample as the author wrote it, after substitution; whatever else the runner does to it is in `changes`.
 * Blocked, naming each token and who should have given it, when a placeholder has no value.
 */
export function buildRequest(step: Step, scope: Scope, rules: RequestRules): BuiltRequest {
  const sample = substitute(step.sample_request ?? {}, scope)
  const [missing] = sample.unresolved
  if (missing)
    return { status: 'blocked', detail: sample.unresolved.map((u) => `${u.token} has no value: ${u.why}`).join('; ') }
  const absent = (step.context_inputs ?? []).find((input) => !scope.context.has(input.key))
  if (absent)
    return {
      status: 'blocked',
      detail: `$context.${absent.key} has no value for ${absent.inject_at}: ${scope.capturedBy(absent.key) ?? 'no step'} should have captured it`,
    }
  const source = step.gov_adjust_from
  if (source !== undefined && scope.earlierPayload(source) === undefined)
    return {
      status: 'blocked',
      detail: `gov_adjust_from: the step ${source} gave no result whose conditions could be applied`,
    }
  const dated = shiftDates(sample.value, rules.dateShift, rules.now, sample.fromAgent)
  const start: Draft = { payload: dated.value as JsonObject, changes: [...sample.changes, ...dated.changes] }
  return { status: 'ready', ...withKey(step, scope, rules, adjusted(step, scope, injected(step, scope, start))) }
}

function injected(step: Step, scope: Scope, draft: Draft): Draft {
  return (step.context_inputs ?? []).reduce<Draft>(({ payload, changes }, input) => {
    const to = scope.context.get(input.key) ?? null
    const change: RequestChange = {
      pointer: toPointer(input.inject_at),
      kind: 'injected',
      from: readPath(payload, input.inject_at) ?? null,
      to,
      why: `context_inputs: ${input.key}`,
    }
    return { payload: writePath(payload, input.inject_at, to) as JsonObject, changes: [...changes, change] }
  }, draft)
}

function adjusted(step: Step, scope: Scope, draft: Draft): Draft {
  if (step.gov_adjust_from === undefined) return draft
  const { value, changes } = applyConditions(draft.payload, scope.earlierPayload(step.gov_adjust_from))
  return { payload: value, changes: [...draft.changes, ...changes] }
}

function withFreshKey(written: string, scope: Scope, draft: Draft): Draft {
  const to = freshKey(written, scope)
  if (to === undefined) return draft
  const change: RequestChange = {
    pointer: '/idempotency_key',
    kind: 'generated',
    from: written,
    to,
    why: 'a key is used in one run only',
  }
  return { payload: { ...draft.payload, idempotency_key: to }, changes: [...draft.changes, change] }
}

/** Only where the author gave no key, did not ask for its absence, and the schema of the task requires one. */
function withKey(step: Step, scope: Scope, rules: RequestRules, draft: Draft): Draft {
  const written = step.sample_request?.idempotency_key
  if (typeof written === 'string' && draft.payload.idempotency_key === written)
    return withFreshKey(written, scope, draft)
  const given = Object.hasOwn(draft.payload, 'idempotency_key')
  if (given || step.omit_idempotency_key || !rules.schemas?.requiresIdempotencyKey) return draft
  const to = scope.ids.uuid()
  const change: RequestChange = {
    pointer: '/idempotency_key',
    kind: 'generated',
    to,
    why: 'the request schema requires one and the storyboard gives none',
  }
  return { payload: { ...draft.payload, idempotency_key: to }, changes: [...draft.changes, change] }
}
