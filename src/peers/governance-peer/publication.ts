import type { RevocationList } from '../../token/sign.ts'
import { signRevocationList } from '../../token/sign.ts'
import type { Workbench } from '../../token/workshop/index.ts'

/** What is published other than it should be. */
export interface PublicationChange {
  /** The revocation list was due to be renewed a day ago. */
  readonly staleList?: boolean
  /** Where the brand says that the keys are. */
  readonly jwksUri?: string
  /** The brand names no governance agent. */
  readonly unlisted?: boolean
  /** The brand names an address of the keys from which a redirect leads to them. */
  readonly redirected?: boolean
  /** The revocation list revokes nothing, and is signed with a key that is not published. */
  readonly forgedList?: boolean
}

export interface Publisher {
  readonly bench: Workbench
  /** The address of the agent, which is the issuer of its tokens. */
  readonly url: string
  /** The governance agents of the brand, by address. */
  readonly listed: readonly string[]
  readonly clock: { now(): number }
  readonly change: PublicationChange
}

const day = 86_400_000
const interval = 15 * 60_000
/** Where a redirect leads from, and to. */
const redirects = { from: '/.well-known/redirected-jwks.json', to: '/.well-known/moved-jwks.json' } as const

/** The address that a path redirects to; undefined for any other. */
export function redirectFrom(path: string, url: string): string | undefined {
  return path === redirects.from ? new URL(redirects.to, url).href : undefined
}

/** The documents of a hosted governance agent and of the brand that it watches over; undefined for any other path. */
export async function publishedDocument(path: string, publisher: Publisher): Promise<object | undefined> {
  switch (path) {
    case '/.well-known/jwks.json':
    case redirects.to:
      return { keys: publisher.bench.published }
    case '/.well-known/governance-revocations.json':
      return await revocationList(publisher)
    case '/.well-known/brand.json':
      return {
        agents: publisher.change.unlisted ? [] : publisher.listed.map((url, at) => brandEntry(url, at, publisher)),
      }
    default:
      return undefined
  }
}

function brandEntry(url: string, at: number, { change }: Publisher): object {
  const own = new URL('/.well-known/jwks.json', url).href
  if (at > 0) return { type: 'governance', id: `governance_${at + 1}`, url, jwks_uri: own }
  return {
    type: 'governance',
    id: 'governance',
    url,
    jwks_uri: change.jwksUri ?? (change.redirected ? new URL(redirects.from, url).href : own),
  }
}

async function revocationList(publisher: Publisher): Promise<object> {
  const { bench, change } = publisher
  const list = revocations(publisher)
  if (!change.forgedList) return await signRevocationList(list, bench.own)
  return await signRevocationList({ ...list, revoked_jtis: [], revoked_kids: [] }, bench.foreign)
}

/** What the workshop calls revoked is revoked from the start: sellers may keep a list for a quarter of an hour. */
function revocations({ bench, url, clock, change }: Publisher): RevocationList {
  const updated = clock.now() - (change.staleList ? day : 0)
  return {
    version: 1,
    issuer: new URL(url).origin,
    updated: new Date(updated).toISOString(),
    next_update: new Date(updated + interval).toISOString(),
    revoked_jtis: [bench.revokedJti],
    revoked_kids: [bench.revoked.kid],
  }
}
