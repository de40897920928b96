import type { Check, Outcome } from '../model/check.ts'
import type { JsonObject } from '../model/json.ts'
import { isSignedBy } from '../token/verify-signature.ts'
import { tokenFailure, withToken } from './carried-token.ts'
import { keysNamed } from './published-key-set.ts'

export const govTokenSignature: Check<'gov_token_signature', JsonObject> = {
  kind: 'gov_token_signature',
  summary: 'The signature of the token is that of the published key which its header names.',
  params: { type: 'object', properties: {} },
  needs: ['keys'],
  evaluate(_params, evidence) {
    return withToken(evidence, (token): Outcome => {
      const { alg = null, kid = null } = token.header
      const keys = keysNamed(kid, evidence)
      if (keys.length === 0) return { status: 'not_applicable', note: 'the key that the header names is not published' }
      if (keys.some((key) => isSignedBy(token, key))) return { status: 'passed' }
      const expected = 'an EdDSA or ES256 signature of the published key'
      return tokenFailure(evidence, 'the published key does not verify the signature', expected, { alg, kid })
    })
  },
}
