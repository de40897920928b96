import type { PublishedDocument } from '../model/published-keys.ts'
import { isLoopback } from './loopback.ts'

/** The section `governance.agent` of a test kit: where this agent publishes, when it cannot be told from its own address. */
export interface KitAddresses {
  readonly issuer?: string
  readonly jwks_url?: string
  readonly archive_url?: string
  readonly revocations_url?: string
  readonly brand_url?: string
}

/** What is known, before anything is fetched, of where an agent publishes its keys. */
export interface KeyQuestion {
  readonly agentUrl: string
  /** A certificate of that agent to trust beside the usual ones. PEM. */
  readonly trust?: string
  readonly kit: KitAddresses
  /** The domain of the kit's brand. */
  readonly brandDomain?: string
  /** The origin that the agent's capabilities declare for its governance keys. */
  readonly declaredOrigin?: string
  /** The issuer that a token of the agent names. */
  readonly issuer?: string
}

export type Place = Pick<PublishedDocument, 'url' | 'place'>
export type Places = Readonly<Record<'jwks' | 'archive' | 'revocations' | 'brand', readonly Place[]>>

const paths = {
  jwks: '/.well-known/jwks.json',
  archive: '/.well-known/jwks-archive.json',
  revocations: '/.well-known/governance-revocations.json',
  brand: '/.well-known/brand.json',
} as const

/**
 * Where to look, the address that counts most first. What the kit names is asked alone; otherwise the origins that the
 * agent declares and that its tokens name, and its own, which stands in where the issuer's name is none of the internet.
 */
export function placesOf(question: KeyQuestion): Places {
  const { kit, agentUrl, brandDomain } = question
  const origins = originsOf(question)
  const named = (url: string | undefined, path: string) =>
    url === undefined ? origins.map(({ origin, place }) => ({ url: origin + path, place })) : [inKit(url)]
  return {
    jwks: named(kit.jwks_url, paths.jwks),
    archive: named(kit.archive_url, paths.archive),
    revocations: named(kit.revocations_url, paths.revocations),
    brand: brandPlaces(kit.brand_url ?? (brandDomain && `https://${brandDomain}${paths.brand}`), agentUrl),
  }
}

function originsOf({ agentUrl, declaredOrigin, issuer }: KeyQuestion) {
  const all = [
    { origin: httpsOrigin(issuer), place: 'issuer' },
    { origin: httpsOrigin(declaredOrigin), place: 'declared' },
    { origin: new URL(agentUrl).origin, place: 'agent' },
  ] as const
  const seen = new Set<string>()
  return all.flatMap(({ origin, place }) => {
    if (origin === undefined || seen.has(origin)) return []
    seen.add(origin)
    return [{ origin, place }]
  })
}

/** The brand.json of a brand that exists for tests only is looked for beside an agent on this machine. */
function brandPlaces(url: string | undefined, agentUrl: string): readonly Place[] {
  const beside = isLoopback(agentUrl) ? [{ url: new URL(paths.brand, agentUrl).href, place: 'agent' as const }] : []
  return url === undefined ? beside : [inKit(url), ...beside]
}

function inKit(url: string): Place {
  return { url, place: 'kit' }
}

function httpsOrigin(address: string | undefined): string | undefined {
  const url = address !== undefined && URL.canParse(address) ? new URL(address) : undefined
  return url?.protocol === 'https:' ? url.origin : undefined
}
