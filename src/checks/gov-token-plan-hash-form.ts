import type { Check } from '../model/check.ts'
import type { JsonObject } from '../model/json.ts'
import type { SignedToken } from '../token/read-token.ts'
import { tokenFailure, withToken } from './carried-token.ts'

export const govTokenPlanHashForm: Check<'gov_token_plan_hash_form', JsonObject> = {
  kind: 'gov_token_plan_hash_form',
  summary: 'The plan hash of the token is 43 characters of base64url, and not listed as critical.',
  params: { type: 'object', properties: {} },
  evaluate(_params, evidence) {
    return withToken(evidence, (token) => {
      const problem = problemOf(token)
      if (problem === undefined) return { status: 'passed' }
      const actual = { plan_hash: token.claims.plan_hash ?? null, crit: token.header.crit ?? null }
      return tokenFailure(evidence, problem, '43 characters of base64url, outside crit', actual)
    })
  },
}

function problemOf({ header, claims: { plan_hash: hash } }: SignedToken): string | undefined {
  if (hash === undefined) return 'the token has no claim plan_hash'
  if (typeof hash !== 'string' || !/^[\w-]{43}$/.test(hash)) return 'plan_hash is not 43 characters of base64url'
  if (Array.isArray(header.crit) && header.crit.includes('plan_hash')) return 'the token lists plan_hash as critical'
  return undefined
}
