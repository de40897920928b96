import { NotEvaluable } from '../errors.ts'
import type { Check, Evidence, Outcome } from '../model/check.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { type CallFilter, matchingCalls, mustBeWhole, recordedCalls, unclassified } from './upstream-calls.ts'
import { identifierSeen, identifiersIn } from './upstream-identifiers.ts'
import { upstreamParams } from './upstream-params.ts'
import { type PayloadMatch, payloadSeen } from './upstream-payload.ts'

export interface UpstreamParams extends CallFilter {
  /** 1 when absent; 0 asserts that no call was made. */
  readonly min_count?: number
  readonly payload_must_contain?: readonly PayloadMatch[]
  readonly identifier_paths?: readonly string[]
  readonly attestation_mode_required?: 'raw'
}

/** The calls that the agent made because of the step, as its own test controller tells them: it can lie, and is only asked. */
export const upstreamTraffic: Check<'upstream_traffic', UpstreamParams> = {
  kind: 'upstream_traffic',
  summary: 'The test controller of the agent recorded calls to others that carry what the step handed over.',
  params: upstreamParams,
  needs: ['upstream'],
  evaluate(params, evidence) {
    const { upstream } = evidence
    if (!upstream) throw new NotEvaluable('unsupported', 'the test controller was not asked for the calls of the agent')
    if (upstream.status === 'not_offered') return { status: 'not_applicable', note: upstream.note }
    if (upstream.status === 'failed') return untold(upstream.note)
    const calls = recordedCalls(upstream.payload)
    if (!calls) return failed('the test controller gives no list of recorded_calls', params, {})
    return graded(params, calls, evidence, upstream.payload)
  },
}

/** RFC 8785 has no form for numbers that are not finite; the contract takes that for no fault. */
function untold(note: string): Outcome {
  if (note.includes('JCS_NON_FINITE_NUMBER'))
    return { status: 'not_applicable', note: `the calls hold a number that RFC 8785 cannot write (${note})` }
  throw new NotEvaluable('missing_test_controller', note)
}

function graded(params: UpstreamParams, all: readonly JsonObject[], evidence: Evidence, payload: JsonObject): Outcome {
  const calls = matchingCalls(all, params, evidence)
  if (params.attestation_mode_required === 'raw' && calls.some((call) => call.attestation_mode === 'digest'))
    return { status: 'not_applicable', note: 'the calls were given as digests, and the step needs their bodies' }
  const counted = {
    matched_count: calls.length,
    total_calls: all.length,
    ...(params.purpose_filter && calls.length === 0 && { unclassified_count: unclassified(all) }),
  }
  const wanted = params.min_count ?? 1
  if (wanted === 0) return noCalls(params, counted, payload)
  if (calls.length < wanted) return failed(`${calls.length} of ${wanted} calls were recorded`, params, counted)
  return carried(params, calls, evidence, counted)
}

function noCalls(params: UpstreamParams, counted: JsonObject, payload: JsonObject): Outcome {
  if (counted.matched_count !== 0) return failed('a call was recorded that must not be made', params, counted)
  mustBeWhole(payload)
  return { status: 'passed' }
}

function carried(
  params: UpstreamParams,
  calls: readonly JsonObject[],
  evidence: Evidence,
  counted: JsonObject,
): Outcome {
  const { payload_must_contain: matches = [], identifier_paths: paths = [] } = params
  const bodies = matches.map((match) => ({ name: match.path, seen: payloadSeen(match, calls) }))
  const values = identifiersIn(evidence.request, paths).map((value) => ({
    name: value,
    seen: identifierSeen(value, calls),
  }))
  const lacking = (list: typeof bodies) => list.filter(({ seen }) => seen === 'missing').map(({ name }) => name)
  const actual = {
    ...counted,
    missing_payload_paths: lacking(bodies),
    missing_identifier_values: lacking(values),
  }
  const missing = [...actual.missing_payload_paths, ...actual.missing_identifier_values]
  if (missing.length > 0) return failed(`no recorded call carries ${missing.join(', ')}`, params, actual)
  const unseen = [...bodies, ...values].filter(({ seen }) => seen === 'unseen').map(({ name }) => name)
  if (unseen.length === 0) return { status: 'passed' }
  return { status: 'not_applicable', note: `the recorded calls do not show whether they carry ${unseen.join(', ')}` }
}

function failed(message: string, params: UpstreamParams, actual: Json): Outcome {
  const expected = Object.fromEntries(asserted.flatMap((key) => (key in params ? [[key, params[key] as Json]] : [])))
  return { status: 'failed', message, pointer: null, expected, actual }
}

const asserted = [
  'min_count',
  'endpoint_pattern',
  'payload_must_contain',
  'identifier_paths',
  'purpose_filter',
  'since',
  'attestation_mode_required',
] as const
