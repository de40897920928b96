import { KeysOutOfReach } from '../errors.ts'
import type { Check, Evidence, Outcome } from '../model/check.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { tokenFailure, withToken } from './carried-token.ts'
import { isKeySet, kitRemedy, tried } from './published-key-set.ts'
import { revocationListOf, revokedKids } from './published-revocations.ts'

export const govJwksArchive: Check<'gov_jwks_archive', JsonObject> = {
  kind: 'gov_jwks_archive',
  summary: 'Every key that the revocation list revokes is in the key archive.',
  params: { type: 'object', properties: {} },
  needs: ['keys'],
  evaluate(_params, evidence) {
    return withToken(evidence, (): Outcome => {
      const found = revocationListOf(evidence)
      if ('problem' in found) return { status: 'not_applicable', note: `${found.url} holds no signed list` }
      const revoked = revokedKids(found.list)
      if (revoked.length === 0) return { status: 'passed', note: 'no key is revoked, so none need be archived' }
      const archived = archivedKids(evidence)
      const missing = revoked.filter((kid) => !archived.includes(kid))
      if (missing.length === 0) return { status: 'passed' }
      return tokenFailure(evidence, `the key archive lacks ${missing.join(', ')}`, revoked, archived)
    })
  },
}

/** @throws KeysOutOfReach when no address of an archive answered at all */
function archivedKids({ keys }: Evidence): readonly Json[] {
  const documents = keys?.archive ?? []
  if (!documents.some(({ status }) => status !== undefined))
    throw new KeysOutOfReach(`no key archive was found${tried(documents)}: ${kitRemedy('archive_url')}`)
  const kept = documents.flatMap(({ body }) => (isKeySet(body) ? body.keys : []))
  return kept.flatMap((key) => (isJsonObject(key) && key.kid !== undefined ? [key.kid] : []))
}
