import { getDomain } from 'tldts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { type Fetched, safeFetch } from './safe-fetch.ts'

export interface SigningKeyQuestion {
  readonly agentUrl: string
  /** What the agent's capabilities call `identity.brand_json_url` (3.1), or the test kit names. */
  readonly brandJsonUrl?: string
}

/** What went wrong on the way to the keys; the codes are those of the storyboard webhook_emission. */
export interface SigningKeyProblem {
  readonly code: 'brand_json_unreachable' | 'brand_json_malformed' | 'agents_jwks_uri_missing' | 'jwks_unreachable'
  readonly detail: string
  /** Nobody answered there, or it could not be asked: that says nothing of the agent. */
  readonly outOfReach: boolean
}

/** The keys that an agent signs HTTP messages with, and the way that led to them. */
export interface SigningKeys {
  /** Where brand.json was found; else where it was looked for last. */
  readonly brandUrl: string
  /** The address of the key set. */
  readonly jwksUrl?: string
  /** The entry of `agents` is that of this agent, by its address. */
  readonly isListed: boolean
  readonly keys: readonly Json[]
  readonly problem?: SigningKeyProblem
}

/**
 * Follows the way from the agent's address to its signing keys: brand.json of its operator, the entry in `agents` with the
 * agent's address, its `jwks_uri`. Never rejects. Source: security, webhook callbacks, JWKS discovery.
 */
export async function fetchSigningKeys(question: SigningKeyQuestion, signal: AbortSignal): Promise<SigningKeys> {
  const { agentUrl } = question
  const brand = await findBrand(question, signal)
  const nothing = { brandUrl: brand.url, isListed: false, keys: [] }
  const { body } = brand.fetched
  if (body === undefined) return { ...nothing, problem: noBrand(brand) }
  if (!isJsonObject(body))
    return { ...nothing, problem: fault('brand_json_malformed', `${brand.url} holds no JSON object`) }
  const agents = agentsIn(body)
  const own = agents.find(({ url }) => url === agentUrl)
  const entry = own ?? agents.find(({ jwks_uri }) => typeof jwks_uri === 'string')
  const listed = entry?.jwks_uri
  const jwksUrl = typeof listed === 'string' ? listed : own && new URL('/.well-known/jwks.json', agentUrl).href
  if (jwksUrl === undefined)
    return { ...nothing, problem: fault('agents_jwks_uri_missing', `${brand.url} names no agent with a jwks_uri`) }
  const found = { brandUrl: brand.url, jwksUrl, isListed: own !== undefined }
  return { ...found, ...keysOf(jwksUrl, await safeFetch(jwksUrl, agentUrl, signal)) }
}

interface Brand {
  readonly url: string
  readonly fetched: Fetched
}

/** The places in order; the first that holds something counts. A brand.json may send on to another one, once. */
async function findBrand(question: SigningKeyQuestion, signal: AbortSignal): Promise<Brand> {
  let last: Brand | undefined
  for (const url of brandPlaces(question)) {
    last = { url, fetched: await safeFetch(url, question.agentUrl, signal) }
    if (last.fetched.status === 200) break
  }
  const found = last ?? { url: question.agentUrl, fetched: { problem: 'no place is known' } }
  const further = furtherPlace(found.fetched.body)
  if (further === undefined) return found
  return { url: further, fetched: await safeFetch(further, question.agentUrl, signal) }
}

const wellKnown = '/.well-known/brand.json'

/** Operators serve brand.json at their own domain, which is the agent's or one above it. */
function brandPlaces({ agentUrl, brandJsonUrl }: SigningKeyQuestion): readonly string[] {
  if (brandJsonUrl !== undefined) return [brandJsonUrl]
  const own = new URL(wellKnown, agentUrl).href
  const domain = getDomain(agentUrl)
  return [...new Set([own, ...(domain === null ? [] : [`https://${domain}${wellKnown}`])])]
}

function furtherPlace(body: Json | undefined): string | undefined {
  if (!isJsonObject(body)) return undefined
  if (typeof body.authoritative_location === 'string') return body.authoritative_location
  return typeof body.house === 'string' ? `https://${body.house}${wellKnown}` : undefined
}

/** A brand stands alone, or a house lists its brands; both may have agents. */
function agentsIn(brand: JsonObject): readonly JsonObject[] {
  const brands = Array.isArray(brand.brands) ? (brand.brands as readonly Json[]) : []
  return [brand, brand.house, ...brands].filter(isJsonObject).flatMap(({ agents }) => {
    return Array.isArray(agents) ? (agents as readonly Json[]).filter(isJsonObject) : []
  })
}

function noBrand({ url, fetched }: Brand): SigningKeyProblem {
  const { status, problem = 'it is empty' } = fetched
  if (status === 200) return fault('brand_json_malformed', `${url}: ${problem}`)
  return fault('brand_json_unreachable', `${url}: ${problem}`, status === undefined)
}

function keysOf(url: string, { body, status, problem = 'it holds no "keys"' }: Fetched) {
  const keys = isJsonObject(body) && Array.isArray(body.keys) ? (body.keys as readonly Json[]) : undefined
  if (keys) return { keys }
  return { keys: [], problem: fault('jwks_unreachable', `${url}: ${problem}`, status === undefined) }
}

function fault(code: SigningKeyProblem['code'], detail: string, outOfReach = false): SigningKeyProblem {
  return { code, detail, outOfReach }
}
