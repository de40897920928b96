import { AuthoringDefect, NotEvaluable } from '../errors.ts'
import { globMatches } from '../json/glob.ts'
import type { Evidence } from '../model/check.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'

/** Which of the calls that the agent's controller recorded an assertion looks at. */
export interface CallFilter {
  /** `*` stands for any characters; compared with "METHOD URL". */
  readonly endpoint_pattern?: string
  /** A call without a purpose counts as `other`. */
  readonly purpose_filter?: readonly string[]
  /** The earlier step at which the window opens, instead of this one. */
  readonly since?: string
}

/** runner-output-contract, upstream_traffic_timestamp_boundary: what the clocks of two machines may differ by. */
const clockSkewMs = 250

/** The recorded calls that the filter lets through. @throws AuthoringDefect when the window opens at a step that was not sent */
export function matchingCalls(
  calls: readonly JsonObject[],
  filter: CallFilter,
  evidence: Evidence,
): readonly JsonObject[] {
  const opens = Date.parse(opensAt(filter.since, evidence)) - clockSkewMs
  return calls.filter(
    (call) =>
      Date.parse(String(call.timestamp)) >= opens &&
      globMatches(filter.endpoint_pattern ?? '*', endpointOf(call)) &&
      (filter.purpose_filter?.includes(purposeOf(call)) ?? true),
  )
}

/** The list in the controller's reply; undefined when it holds none. */
export function recordedCalls(payload: JsonObject): readonly JsonObject[] | undefined {
  const calls = payload.recorded_calls
  return Array.isArray(calls) ? (calls as readonly Json[]).filter(isJsonObject) : undefined
}

/**
 * A list that was cut short does not show what is not in it.
 * @throws NotEvaluable when it was
 */
export function mustBeWhole(payload: JsonObject): void {
  if (payload.truncated === true)
    throw new NotEvaluable(
      'unsupported',
      'the controller lists only part of the calls, so what it leaves out is unknown',
    )
}

export function unclassified(calls: readonly JsonObject[]): number {
  return calls.filter(({ purpose }) => typeof purpose !== 'string').length
}

function opensAt(since: string | undefined, evidence: Evidence): string {
  if (since === undefined) return evidence.sentAt
  const step = evidence.earlier(since)
  if (!step) throw new AuthoringDefect(`the step ${since}, since which calls are counted, was not sent`)
  return step.startedAt
}

function endpointOf({ endpoint, method, url }: JsonObject): string {
  return typeof endpoint === 'string' ? endpoint : `${String(method)} ${String(url)}`
}

function purposeOf({ purpose }: JsonObject): string {
  return typeof purpose === 'string' ? purpose : 'other'
}
