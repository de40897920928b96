import type { Evidence, FailedOutcome, Outcome } from '../model/check.ts'
import type { Json } from '../model/json.ts'
import { readToken, type SignedToken } from '../token/read-token.ts'
import { failedReply, instead } from './failed.ts'
import { isText } from './text.ts'

/**
 * Grades the token in the reply. Without a token there is a failure; a token of another kind says nothing of
 * signatures and claims, and only gov_token_jws grades that it is one.
 */
export function withToken(evidence: Evidence, grade: (token: SignedToken) => Outcome): Outcome {
  const text = evidence.payload?.governance_context
  if (!isText(text)) return noToken(evidence)
  const read = readToken(text)
  if ('token' in read) return grade(read.token)
  return { status: 'not_applicable', note: `the governance context is no compact JWS: ${read.problem}` }
}

export function noToken(evidence: Evidence): FailedOutcome {
  return tokenFailure(evidence, 'the reply carries no governance_context', 'a signed token', null)
}

/** A failure within the token, which no pointer leads into. It shows claims, and never the token. */
export function tokenFailure(
  evidence: Evidence,
  message: string,
  expected: Json,
  actual: Json | undefined,
): FailedOutcome {
  return failedReply(evidence, message + instead(evidence), expected, actual ?? null)
}
