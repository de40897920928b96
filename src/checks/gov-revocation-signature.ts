import type { Check, Evidence, Outcome } from '../model/check.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { SignedToken } from '../token/read-token.ts'
import { isSignedBy } from '../token/verify-signature.ts'
import { tokenFailure, withToken } from './carried-token.ts'
import { keysNamed } from './published-key-set.ts'
import { revocationListOf } from './published-revocations.ts'

const listType = 'adcp-gov-revocation+jws'

export const govRevocationSignature: Check<'gov_revocation_signature', JsonObject> = {
  kind: 'gov_revocation_signature',
  summary:
    'The revocation list is signed by a published key, has its own type, and speaks for the issuer of the token.',
  params: { type: 'object', properties: {} },
  needs: ['keys'],
  evaluate(_params, evidence) {
    return withToken(evidence, ({ claims: { iss } }): Outcome => {
      const found = revocationListOf(evidence)
      if ('problem' in found) return { status: 'not_applicable', note: `${found.url} holds no signed list` }
      const problem = problemOf(found.list, iss, evidence)
      if (problem === undefined) return { status: 'passed' }
      const { header, claims } = found.list
      const actual = { typ: header.typ ?? null, kid: header.kid ?? null, issuer: claims.issuer ?? null }
      return tokenFailure(evidence, `${found.url}: ${problem}`, { typ: listType, issuer: iss ?? null }, actual)
    })
  },
}

function problemOf(list: SignedToken, iss: Json | undefined, evidence: Evidence): string | undefined {
  const { header, claims } = list
  if (header.typ !== listType) return 'the list has another type (typ)'
  if (!keysNamed(header.kid, evidence).some((key) => isSignedBy(list, key)))
    return 'the list is not signed by a published key'
  return speaksFor(claims.issuer, iss) ? undefined : 'the list names another issuer than the token'
}

/** The text asks for the issuer's origin, its examples show the issuer: both name it. */
function speaksFor(issuer: Json | undefined, iss: Json | undefined): boolean {
  const [named, wanted] = [originOf(issuer), originOf(iss)]
  return named !== undefined && named === wanted
}

function originOf(address: Json | undefined): string | undefined {
  return typeof address === 'string' && URL.canParse(address) ? new URL(address).origin : undefined
}
