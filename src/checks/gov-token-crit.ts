import type { Check } from '../model/check.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { SignedToken } from '../token/read-token.ts'
import { tokenFailure, withToken } from './carried-token.ts'
import { isText } from './text.ts'

/** Claims that are known to change what a token authorises: the profile's own example at 3.0, and those of 3.2. */
const authorising = ['budget_cap', 'authorized_commitment', 'authorized_task', 'authorized_payload_hash'] as const

export const govTokenCrit: Check<'gov_token_crit', JsonObject> = {
  kind: 'gov_token_crit',
  summary:
    'Claims known to change what is authorised are listed in crit, and crit lists only names that the token has.',
  params: { type: 'object', properties: {} },
  evaluate(_params, evidence) {
    return withToken(evidence, (token) => {
      const problem = problemOf(token)
      if (problem !== undefined)
        return tokenFailure(evidence, problem, 'crit names every claim that changes what is authorised', critOf(token))
      return { status: 'passed' }
    })
  },
}

function problemOf({ header, claims }: SignedToken): string | undefined {
  const { crit } = header
  const listed: readonly Json[] = Array.isArray(crit) ? crit : []
  const silent = authorising.filter((name) => Object.hasOwn(claims, name) && !listed.includes(name))
  if (silent.length > 0) return `the token does not list ${silent.join(', ')} as critical`
  if (crit === undefined) return undefined
  if (listed.length === 0 || !listed.every(isText)) return 'crit is no list of names'
  const unknown = listed.filter((name) => !Object.hasOwn(claims, name) && !Object.hasOwn(header, name))
  return unknown.length === 0 ? undefined : `crit lists ${unknown.join(', ')}, which the token does not have`
}

function critOf({ header, claims }: SignedToken): JsonObject {
  return { crit: header.crit ?? null, claims: Object.keys(claims) }
}
