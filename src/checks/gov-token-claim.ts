import { AuthoringDefect } from '../errors.ts'
import { equalJson } from '../json/equal.ts'
import { readPath } from '../json/path.ts'
import type { Check, Evidence, FailedOutcome, Outcome } from '../model/check.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { tokenFailure, withToken } from './carried-token.ts'
import { earlierClaims } from './earlier-token.ts'
import { type ExpectedValues, expectedOf, expectedValuesSchema, isExpected } from './expected-values.ts'
import { isText } from './text.ts'

interface Params extends ExpectedValues {
  readonly claim: string
  /** The claim equals what stands at this path of the request. */
  readonly equals_request?: string
  /** The claim equals what stands at this path of the reply. */
  readonly equals_reply?: string
  /** The claim equals that of the token of this earlier step. */
  readonly same_as?: string
  /** The claim is there, and another one than in the token of this earlier step. */
  readonly differs_from?: string
  /** The claim holds a text that is not blank. */
  readonly present?: boolean
  /** The claim is missing or null. */
  readonly absent?: boolean
  /** A reply without a token is let go. */
  readonly if_present?: boolean
}

const name: JsonObject = { type: 'string', minLength: 1 }
const yes: JsonObject = { const: true }
const references = ['equals_request', 'equals_reply', 'same_as', 'differs_from'] as const

export const govTokenClaim: Check<'gov_token_claim', Params> = {
  kind: 'gov_token_claim',
  summary: 'This claim of the token has the value, equals or differs from another one, is present, or is absent.',
  params: {
    type: 'object',
    required: ['claim'],
    properties: {
      claim: name,
      ...expectedValuesSchema,
      ...Object.fromEntries(references.map((reference) => [reference, name])),
      present: yes,
      absent: yes,
      if_present: yes,
    },
    anyOf: ['value', 'allowed_values', ...references, 'present', 'absent'].map((rule) => ({ required: [rule] })),
  },
  evaluate(params, evidence) {
    if (params.if_present && evidence.payload && evidence.payload.governance_context === undefined)
      return { status: 'not_applicable', note: 'the reply carries no governance_context' }
    return withToken(evidence, ({ claims }) => {
      const actual = Object.hasOwn(claims, params.claim) ? (claims[params.claim] ?? null) : undefined
      return params.absent ? gradeAbsence(params, evidence, actual) : gradeValue(params, evidence, actual)
    })
  },
}

function gradeAbsence({ claim }: Params, evidence: Evidence, actual: Json | undefined): Outcome {
  if (actual === undefined || actual === null) return { status: 'passed' }
  return tokenFailure(evidence, `the token has a claim ${claim}, and must have none`, null, actual)
}

function gradeValue(params: Params, evidence: Evidence, actual: Json | undefined): Outcome {
  const { expected, holds } = ruleOf(params, evidence)
  if (actual !== undefined && holds(actual)) return { status: 'passed' }
  return failure(params, evidence, expected, actual)
}

function failure({ claim }: Params, evidence: Evidence, expected: Json, actual: Json | undefined): FailedOutcome {
  const problem = actual === undefined ? `the token has no claim ${claim}` : `the claim ${claim} is wrong`
  return tokenFailure(evidence, problem, expected, actual)
}

interface ClaimRule {
  readonly expected: Json
  holds(actual: Json): boolean
}

function ruleOf(params: Params, evidence: Evidence): ClaimRule {
  const { claim, present, equals_request, equals_reply, same_as, differs_from } = params
  if (present) return { expected: 'a text', holds: isText }
  if (equals_request !== undefined) return equal(sent(equals_request, evidence))
  if (equals_reply !== undefined) return equal(readPath(evidence.payload, equals_reply) ?? null)
  if (same_as !== undefined) return equal(earlierClaims('same_as', same_as, evidence)[claim] ?? null)
  if (differs_from !== undefined) {
    const before = earlierClaims('differs_from', differs_from, evidence)[claim] ?? null
    return { expected: { not: before }, holds: (actual) => actual !== null && !equalJson(actual, before) }
  }
  return { expected: expectedOf(params), holds: (actual) => isExpected(params, actual) }
}

function equal(expected: Json): ClaimRule {
  return { expected, holds: (actual) => equalJson(actual, expected) }
}

function sent(at: string, { request }: Evidence): Json {
  const value = readPath(request, at)
  if (value === undefined) throw new AuthoringDefect(`the request has no ${at} to compare the claim with`)
  return value
}
