import type { Json } from '../model/json.ts'
import type { PublishedDocument, PublishedKeys } from '../model/published-keys.ts'
import { governanceAgentsIn } from '../token/brand-agents.ts'
import { type KeyQuestion, type Place, placesOf } from './places.ts'
import { safeFetch } from './safe-fetch.ts'

/** Fetches everything that a governance agent and its brand publish, from all the places at once. Never rejects. */
export async function fetchPublishedKeys(
  question: KeyQuestion,
  clock: { now(): number },
  signal: AbortSignal,
): Promise<PublishedKeys> {
  const { kit, issuer } = question
  const places = placesOf(question)
  const fetchAll = (list: readonly Place[]) => Promise.all(list.map((place) => fetchOne(place, question, signal)))
  const [jwks, archive, revocations, brand] = await Promise.all([
    fetchAll(places.jwks),
    fetchAll(places.archive),
    fetchAll(places.revocations),
    fetchAll(places.brand),
  ])
  const listed = kit.jwks_url === undefined ? await fetchAll(keySetsIn(brand, kit.issuer ?? issuer)) : []
  const fetchedAt = new Date(clock.now()).toISOString()
  return {
    fetchedAt,
    ...(kit.issuer === undefined ? {} : { issuer: kit.issuer }),
    jwks: [...listed, ...jwks],
    archive,
    revocations,
    brand,
  }
}

async function fetchOne(
  { url, place }: Place,
  { agentUrl, trust }: KeyQuestion,
  signal: AbortSignal,
): Promise<PublishedDocument> {
  return { url, place, ...(await safeFetch(url, agentUrl, signal, trust)) }
}

/** A brand may say where each of its agents publishes its keys (security, key discovery). */
function keySetsIn(brand: readonly PublishedDocument[], issuer: string | undefined): readonly Place[] {
  const uris = brand.flatMap(({ body }) =>
    governanceAgentsIn(body).flatMap(({ url, jwks_uri }) => (url === issuer && isText(jwks_uri) ? [jwks_uri] : [])),
  )
  return [...new Set(uris)].slice(0, 2).map((url) => ({ url, place: 'declared' }))
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string' && value !== ''
}
