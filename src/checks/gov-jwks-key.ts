import type { Check } from '../model/check.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { algorithms, fitsAlgorithm } from '../token/verify-signature.ts'
import { tokenFailure, withToken } from './carried-token.ts'
import { publishedKeySet } from './published-key-set.ts'
import { isText } from './text.ts'

export const govJwksKey: Check<'gov_jwks_key', JsonObject> = {
  kind: 'gov_jwks_key',
  summary:
    'The header of the token names a published key that is marked for verifying signatures and fits the algorithm.',
  params: { type: 'object', properties: {} },
  needs: ['keys'],
  evaluate(_params, evidence) {
    return withToken(evidence, ({ header: { kid, alg } }) => {
      if (!isText(kid))
        return tokenFailure(evidence, 'the header names no key (kid)', 'the kid of a published key', kid)
      const published = publishedKeySet(evidence)
      const named = published.filter((key) => key.kid === kid)
      if (named.length === 0) {
        const kids = published.map((key) => key.kid ?? null)
        return tokenFailure(evidence, 'the key set does not hold the key that the header names', { one_of: kids }, kid)
      }
      const problems = named.map((key) => problemOf(key, alg))
      const [problem] = problems
      if (problem === undefined || problems.includes(undefined)) return { status: 'passed' }
      return tokenFailure(evidence, problem, { use: 'sig', key_ops: ['verify'] }, markingsOf(named[0]))
    })
  },
}

function problemOf(key: JsonObject, alg: Json | undefined): string | undefined {
  if (key.d !== undefined) return 'the key set gives away the private key'
  if (key.use !== 'sig') return 'the key is not marked for signatures (use)'
  if (!Array.isArray(key.key_ops) || !key.key_ops.includes('verify'))
    return 'the key is not marked for verifying (key_ops)'
  // Another algorithm is wrong by itself: gov_token_header grades it.
  const fits = !algorithms.some((known) => known === alg) || fitsAlgorithm(alg, key)
  return fits ? undefined : 'the key does not fit the algorithm of the token'
}

/** Everything that is told of a key but its material. */
function markingsOf(key: JsonObject = {}): JsonObject {
  const { kid, kty, crv, alg, use, key_ops, adcp_use } = key
  const told = Object.entries({ kid, kty, crv, alg, use, key_ops, adcp_use })
  return Object.fromEntries(told.filter((entry): entry is [string, Json] => entry[1] !== undefined))
}
