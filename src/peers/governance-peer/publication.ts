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
}

export interface Publisher {
  readonly bench: Workbench
  /** The address of the agent, which is the issuer of its tokens. */
  readonly url: string
  readonly clock: { now(): number }
  readonly change: PublicationChange
}

const day = 86_400_000
const interval = 15 * 60_000

/** The documents of a hosted governance agent and of the brand that it watches over; undefined for any other path. */
export async function publishedDocument(path: string, publisher: Publisher): Promise<object | undefined> {
  switch (path) {
    case '/.well-known/jwks.json':
      return { keys: publisher.bench.published }
    case '/.well-known/governance-revocations.json':
      return await signRevocationList(revocations(publisher), publisher.bench.own)
    case '/.well-known/brand.json':
      return { agents: publisher.change.unlisted ? [] : [brandEntry(publisher)] }
    default:
      return undefined
  }
}

function brandEntry({ url, change }: Publisher): object {
  const jwks_uri = change.jwksUri ?? new URL('/.well-known/jwks.json', url).href
  return { type: 'governance', id: 'hosted_governance', url, jwks_uri }
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
