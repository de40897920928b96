import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import { readSignedList } from '../../token/read-signed-list.ts'
import { isSignedBy } from '../../token/verify-signature.ts'
import { textAt, textsIn } from '../governance-agent/payload.ts'
import { OutOfReach } from './outbound.ts'
import type { KeyedToken } from './token-subject.ts'
import type { SellerWorkings } from './workings.ts'

export type Revocations =
  | { readonly kind: 'current'; isRevoked(jti: Json | undefined, kid: Json | undefined): boolean }
  | { readonly kind: 'stale' }

/** Milliseconds past next_update for which a list still counts: twice the usual interval. */
const grace = 30 * 60_000

/** The revocation list of the issuer, fetched for each verification; stale when there is none that counts. */
export async function currentRevocations(given: KeyedToken, work: SellerWorkings): Promise<Revocations> {
  const issuer = textAt(given.token.claims.iss) ?? ''
  try {
    const url = new URL('/.well-known/governance-revocations.json', issuer).href
    return readList(await work.parts.fetchDocument(url, work), {
      issuer,
      keys: keysIn(given, work),
      now: work.clock.now(),
    })
  } catch (error) {
    if (error instanceof OutOfReach) return { kind: 'stale' }
    throw error
  }
}

interface ListReader {
  readonly issuer: string
  readonly keys: readonly JsonObject[]
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** Those that were fetched for the token just now. */
function keysIn({ keySet }: KeyedToken, { state }: SellerWorkings): readonly JsonObject[] {
  return state.keySets.get(keySet)?.keys ?? []
}

function readList(document: Json, { issuer, keys, now }: ListReader): Revocations {
  const read = readSignedList(document)
  if ('problem' in read) return { kind: 'stale' }
  const { token } = read
  const key = keys.find(({ kid }) => kid === token.header.kid)
  const counts = token.header.typ === 'adcp-gov-revocation+jws' && isJsonObject(key) && isSignedBy(token, key)
  const { next_update, revoked_jtis, revoked_kids, issuer: of } = token.claims
  const due = Date.parse(textAt(next_update) ?? '')
  if (!counts || !sameOrigin(textAt(of), issuer) || !(due + grace > now)) return { kind: 'stale' }
  const [jtis, kids] = [textsIn(revoked_jtis), textsIn(revoked_kids)]
  const holds = (list: readonly string[], one: Json | undefined) => list.some((each) => each === one)
  return { kind: 'current', isRevoked: (jti, kid) => holds(jtis, jti) || holds(kids, kid) }
}

function sameOrigin(a: string | undefined, b: string): boolean {
  return a !== undefined && URL.canParse(a) && new URL(a).origin === new URL(b).origin
}
