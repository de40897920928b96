import { KeysOutOfReach } from '../errors.ts'
import type { Evidence } from '../model/check.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { PublishedDocument } from '../model/published-keys.ts'
import { readSignedList } from '../token/read-signed-list.ts'
import type { SignedToken } from '../token/read-token.ts'
import { kitRemedy, tried } from './published-key-set.ts'

export type FoundList =
  | { readonly list: SignedToken; readonly url: string }
  | { readonly problem: string; readonly url: string; readonly actual: Json }

/**
 * The revocation list, from the first address that holds one. An address that the kit or the issuer stands for speaks
 * for the agent, also by holding none.
 * @throws KeysOutOfReach when no address answered for the agent
 */
export function revocationListOf({ keys }: Evidence): FoundList {
  const documents = keys?.revocations ?? []
  const read = documents.flatMap(listIn)
  const found = read.find((one) => 'list' in one) ?? read[0] ?? documents.flatMap(absenceAt)[0]
  if (found) return found
  throw new KeysOutOfReach(`no revocation list was found${tried(documents)}: ${kitRemedy('revocations_url')}`)
}

/** The kids that the list revokes. */
export function revokedKids({ claims }: SignedToken): readonly string[] {
  return textsIn(claims, 'revoked_kids') ?? []
}

/** The texts of a list in the claims; undefined when it is something else. */
export function textsIn(claims: JsonObject, name: string): readonly string[] | undefined {
  const value = claims[name]
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? (value as string[]) : undefined
}

function listIn({ url, body }: PublishedDocument): readonly FoundList[] {
  if (body === undefined) return []
  const read = readSignedList(body)
  return 'token' in read ? [{ list: read.token, url }] : [{ problem: read.problem, url, actual: null }]
}

function absenceAt({ url, place, status, problem }: PublishedDocument): readonly FoundList[] {
  if (status === undefined || (place !== 'kit' && place !== 'issuer')) return []
  return [{ problem: problem ?? 'it is empty', url, actual: status }]
}
