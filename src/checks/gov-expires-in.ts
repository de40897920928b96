import { readPath } from '../json/path.ts'
import type { Check } from '../model/check.ts'
import type { Json } from '../model/json.ts'
import { type Decision, decisions, otherDecision } from './decision.ts'
import { failedAt } from './failed.ts'

interface Params {
  readonly path?: string
  readonly min_seconds?: number
  readonly max_seconds?: number
  /** Only a reply with this decision owes the instant. */
  readonly if_decision?: Decision
}

export const govExpiresIn: Check<'gov_expires_in', Params> = {
  kind: 'gov_expires_in',
  summary: 'The instant lies in the window, in seconds counted from when the reply arrived.',
  params: {
    type: 'object',
    properties: {
      path: { type: 'string', minLength: 1 },
      min_seconds: { type: 'number' },
      max_seconds: { type: 'number' },
      if_decision: { enum: [...decisions] },
    },
  },
  evaluate({ path = 'expires_at', min_seconds = 0, max_seconds = Number.POSITIVE_INFINITY, if_decision }, evidence) {
    const elsewhere = otherDecision(if_decision, evidence)
    if (elsewhere) return elsewhere
    const actual = readPath(evidence.payload, path)
    const seconds = (instant(actual) - Date.parse(evidence.receivedAt)) / 1000
    if (seconds >= min_seconds && seconds <= max_seconds) return { status: 'passed' }
    const problem = Number.isNaN(seconds)
      ? `${path} is not an instant`
      : `${path} is ${Math.round(seconds)} s after the reply`
    return failedAt(path, evidence, problem, windowInWords(min_seconds, max_seconds), actual)
  },
}

/** RFC 3339: without a time and an offset, when it is would depend on where the runner stands. */
const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i

function instant(value: Json | undefined): number {
  return typeof value === 'string' && dateTime.test(value) ? Date.parse(value) : Number.NaN
}

function windowInWords(min: number, max: number): string {
  return Number.isFinite(max) ? `between ${min} and ${max} s after the reply` : `${min} s or more after the reply`
}
