import { createHash } from 'node:crypto'
import { AuthoringDefect } from '../errors.ts'
import { equalJson } from '../json/equal.ts'
import { readPath } from '../json/path.ts'
import type { Check, Evidence, FailedOutcome } from '../model/check.ts'
import type { Json } from '../model/json.ts'
import { exchangeOfStep } from './earlier-step.ts'
import { expectedOf, expectedValuesSchema, isExpected } from './expected-values.ts'
import {
  noCall,
  type PeerCallSighting,
  type PeerSelection,
  peerCalls,
  peerSelectionSchema,
  usualTool,
} from './peer-calls.ts'

interface Params extends PeerSelection {
  /** Where in the arguments. */
  readonly path: string
  readonly value?: Json
  readonly allowed_values?: readonly Json[]
  readonly present?: boolean
  /** Where in what was sent to the seller. */
  readonly equals_sent?: string
  readonly which?: 'all' | 'first' | 'last'
}

const place = { type: 'string', minLength: 1 } as const

export const govPeerRequest: Check<'gov_peer_request', Params> = {
  kind: 'gov_peer_request',
  summary:
    'The arguments of calls to the hosted governance agent hold a value, one of several, any, none, or what was sent.',
  params: {
    type: 'object',
    required: ['path'],
    properties: {
      ...peerSelectionSchema,
      ...expectedValuesSchema,
      path: place,
      present: { type: 'boolean' },
      equals_sent: place,
      which: { enum: ['all', 'first', 'last'] },
    },
    oneOf: ['value', 'allowed_values', 'present', 'equals_sent'].map((key) => ({ required: [key] })),
  },
  evaluate(params, evidence) {
    const calls = chosen(peerCalls(params, evidence), params.which)
    if (calls.length === 0) return noCall(params)
    const rule = ruleOf(params, evidence)
    const wrong = calls.find((call) => !rule.holds(readPath(call.arguments, params.path)))
    return wrong === undefined ? { status: 'passed' } : failure(params, rule, readPath(wrong.arguments, params.path))
  },
}

interface Rule {
  readonly expected: Json
  holds(actual: Json | undefined): boolean
}

function ruleOf(params: Params, evidence: Evidence): Rule {
  const { present, equals_sent } = params
  if (present !== undefined)
    return { expected: present ? 'a value' : 'no value', holds: (actual) => isThere(actual) === present }
  if (equals_sent === undefined) return { expected: expectedOf(params), holds: (actual) => isExpected(params, actual) }
  const sent = readPath(sentIn(params, evidence), equals_sent)
  if (sent === undefined) throw new AuthoringDefect(`what was sent to the seller holds no ${equals_sent}`)
  return { expected: sent, holds: (actual) => equalJson(actual, sent) }
}

function sentIn({ since }: Params, evidence: Evidence) {
  return since === undefined ? evidence.request : exchangeOfStep(since, evidence).request.payload
}

function chosen(calls: readonly PeerCallSighting[], which: Params['which']): readonly PeerCallSighting[] {
  if (which === 'first') return calls.slice(0, 1)
  return which === 'last' ? calls.slice(-1) : calls
}

function isThere(value: Json | undefined): boolean {
  return value !== undefined && value !== null
}

function failure(params: Params, { expected }: Rule, actual: Json | undefined): FailedOutcome {
  const isSecret = /governance_context$/.test(params.path)
  const shown = (value: Json) => (isSecret && typeof value === 'string' && value !== expected ? told(value) : value)
  const wanted =
    isSecret && params.equals_sent !== undefined && typeof expected === 'string' ? told(expected) : expected
  return {
    status: 'failed',
    message: `${params.path} of ${params.tool ?? usualTool}, as the seller called it, ${isThere(actual) ? 'is not what it should be' : 'is missing'}`,
    pointer: null,
    expected: wanted,
    actual: actual === undefined ? null : shown(actual),
  }
}

/** No report shows a token; two can be told apart by their hashes. */
function told(token: string): Json {
  const hash = createHash('sha256').update(token).digest('hex')
  return { hash: `sha256:${hash}`, characters: token.length }
}
