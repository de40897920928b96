import { equalJson } from '../json/equal.ts'
import type { Check, Outcome } from '../model/check.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { tokenFailure, withToken } from './carried-token.ts'
import { publishedKeySet } from './published-key-set.ts'

/** What keys of the transport are published for (security, RFC 9421 profile and webhooks). */
const transportUses: readonly (Json | undefined)[] = ['request-signing', 'webhook-signing']

export const govJwksOwnKey: Check<'gov_jwks_own_key', JsonObject> = {
  kind: 'gov_jwks_own_key',
  summary:
    'The key that signed the token is published for nothing in the transport, and shares its id with no other key.',
  params: { type: 'object', properties: {} },
  needs: ['keys'],
  evaluate(_params, evidence) {
    return withToken(evidence, ({ header: { kid } }): Outcome => {
      const published = publishedKeySet(evidence)
      const own = published.filter((key) => key.kid === kid)
      if (own.length === 0) return { status: 'not_applicable', note: 'the key that the header names is not published' }
      if (!own.every((key) => own.every((other) => isSame(key, other))))
        return tokenFailure(evidence, 'two keys are published under one id', 'a key of its own', own.map(purposeOf))
      const transport = published.filter((key) => transportUses.includes(key.adcp_use))
      const shared = transport.filter((key) => own.some((one) => isSame(one, key)))
      if (shared.length === 0) return { status: 'passed' }
      return tokenFailure(evidence, 'the key also signs the transport', 'a key of its own', shared.map(purposeOf))
    })
  },
}

/** The same key, whatever it is called. */
function isSame(left: JsonObject, right: JsonObject): boolean {
  return ['kty', 'crv', 'x', 'y', 'n', 'e'].every((part) => equalJson(left[part], right[part]))
}

function purposeOf({ kid = null, adcp_use = null }: JsonObject): JsonObject {
  return { kid, adcp_use }
}
