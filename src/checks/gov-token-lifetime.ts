import type { Check, Evidence } from '../model/check.ts'
import type { JsonObject } from '../model/json.ts'
import { tokenFailure, withToken } from './carried-token.ts'

interface Params {
  readonly max_seconds: number
}

/** Seconds by which clocks may differ (security, seller verification checklist). */
export const clockSkew = 60

/** By the agent's own clock (exp after iat), and by ours, so that an issue time in the future stretches nothing. */
export const govTokenLifetime: Check<'gov_token_lifetime', Params> = {
  kind: 'gov_token_lifetime',
  summary: 'The token expires, no more than so many seconds after it was issued.',
  params: {
    type: 'object',
    required: ['max_seconds'],
    properties: { max_seconds: { type: 'number', exclusiveMinimum: 0 } },
  },
  evaluate({ max_seconds }, evidence) {
    return withToken(evidence, ({ claims }) => {
      const problem = problemOf(claims, max_seconds, evidence)
      if (problem === undefined) return { status: 'passed' }
      const { iat = null, exp = null } = claims
      return tokenFailure(evidence, problem, `exp at most ${max_seconds} s after iat`, { iat, exp })
    })
  },
}

function problemOf({ iat, exp }: JsonObject, most: number, { receivedAt }: Evidence): string | undefined {
  if (typeof iat !== 'number') return 'iat is no number of seconds'
  if (typeof exp !== 'number') return 'exp is no number of seconds'
  if (exp <= iat) return 'the token expires before it is issued'
  if (exp - iat > most) return `the token lives for ${exp - iat} s`
  const left = exp - Date.parse(receivedAt) / 1000
  return left > most + clockSkew ? `the token expires ${Math.round(left)} s after the reply` : undefined
}
