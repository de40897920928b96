import type { JsonObject } from '../../model/json.ts'
import { governanceAgentsIn } from '../../token/brand-agents.ts'
import { objectAt, objectsIn, textAt } from '../governance-agent/payload.ts'
import type { PresentedToken } from './token-subject.ts'
import type { SellerWorkings } from './workings.ts'

/** Milliseconds for which a key set is used, and within which it is not fetched again for an unknown key. */
const keepFor = 15 * 60_000
const cooldown = 30_000

/**
 * The entry of the brand.json of the buyer that speaks for the issuer of the token; undefined when there is none, and
 * the issuer is a stranger.
 * @throws OutOfReach when the brand.json cannot be fetched
 */
export async function issuerEntry(given: PresentedToken, work: SellerWorkings): Promise<JsonObject | undefined> {
  const url = work.parts.brandOf(given, work)
  if (url === undefined) return undefined
  const brand = await work.parts.fetchDocument(url, work)
  return governanceAgentsIn(brand).find((agent) => agent.url === given.token.claims.iss)
}

/** Where the brand.json of the buyer stands, by who it is known to be; never by what the token or the request says. */
export function brandOf({ principal }: PresentedToken, { brands }: SellerWorkings): string | undefined {
  return brands.get(principal)
}

/**
 * The published key that the token names. An unknown one is looked for in a fresh key set, once in 30 seconds.
 * @throws OutOfReach when the key set cannot be fetched
 */
export async function findKey(
  given: PresentedToken,
  entry: JsonObject,
  work: SellerWorkings,
): Promise<JsonObject | undefined> {
  const kid = textAt(given.token.header.kid)
  const named = (keys: readonly JsonObject[]) => keys.find((key) => kid !== undefined && key.kid === kid)
  const url = keySetOf(given, entry)
  return named(await knownKeys(url, work)) ?? named(await work.parts.freshKeys(url, work))
}

/** A key set, from the last fetch where that is recent. */
async function knownKeys(url: string, work: SellerWorkings): Promise<readonly JsonObject[]> {
  const known = work.state.keySets.get(url)
  if (known && work.clock.now() - known.at < keepFor) return known.keys
  return await fetchKeys(url, work)
}

/** The key set once more, unless it was fetched a moment ago. */
export async function freshKeys(url: string, work: SellerWorkings): Promise<readonly JsonObject[]> {
  const known = work.state.keySets.get(url)
  if (known && work.clock.now() - known.at < cooldown) return known.keys
  return await fetchKeys(url, work)
}

async function fetchKeys(url: string, work: SellerWorkings): Promise<readonly JsonObject[]> {
  const keys = objectsIn(objectAt(await work.parts.fetchDocument(url, work)).keys)
  work.state.keySets.set(url, { keys, at: work.clock.now() })
  return keys
}

/** The entry names its key set, or it stands at the usual place of the issuer. */
export function keySetOf({ token }: PresentedToken, entry: JsonObject): string {
  return textAt(entry.jwks_uri) ?? new URL('/.well-known/jwks.json', textAt(token.claims.iss)).href
}
