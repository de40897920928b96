import type { Check, Evidence } from '../model/check.ts'
import type { JsonObject } from '../model/json.ts'
import { tokenFailure, withToken } from './carried-token.ts'
import { earlierClaims } from './earlier-token.ts'
import { clockSkew } from './gov-token-lifetime.ts'
import { isText } from './text.ts'

interface Params {
  /** The step whose token came before. */
  readonly checked_by: string
}

/** NumericDate may be cut to whole seconds. */
const rounding = 1

export const govTokenFresh: Check<'gov_token_fresh', Params> = {
  kind: 'gov_token_fresh',
  summary:
    'The token was made for this call: an id unlike that of the earlier step, issued now, good from now on, not yet expired.',
  params: { type: 'object', required: ['checked_by'], properties: { checked_by: { type: 'string', minLength: 1 } } },
  evaluate({ checked_by }, evidence) {
    const before = earlierClaims('checked_by', checked_by, evidence)
    return withToken(evidence, ({ claims }) => {
      const problem = problemOf(claims, before, evidence)
      if (problem === undefined) return { status: 'passed' }
      return tokenFailure(evidence, problem, 'a token made for this call', stampOf(claims, before))
    })
  },
}

function problemOf({ jti, iat, exp, nbf = 0 }: JsonObject, before: JsonObject, evidence: Evidence): string | undefined {
  const sent = Date.parse(evidence.sentAt) / 1000
  const received = Date.parse(evidence.receivedAt) / 1000
  if (!isText(jti)) return 'the token has no id (jti)'
  if (jti === before.jti) return 'the token has the id (jti) of an earlier one'
  if (typeof iat !== 'number' || typeof exp !== 'number') return 'iat and exp are no numbers of seconds'
  if (iat < sent - clockSkew - rounding) return 'the token was issued before this call'
  if (iat > received + clockSkew) return 'the token will be issued in the future'
  if (typeof nbf !== 'number') return 'nbf is no number of seconds'
  if (nbf > received + clockSkew || nbf >= exp) return 'the token is not good yet (nbf)'
  return exp < received - clockSkew ? 'the token has expired' : undefined
}

function stampOf({ jti = null, iat = null, exp = null, ...rest }: JsonObject, before: JsonObject): JsonObject {
  return { jti, iat, exp, ...(rest.nbf === undefined ? {} : { nbf: rest.nbf }), earlier_jti: before.jti ?? null }
}
