import type { Json } from './json.ts'

/** What was found at one address where an agent publishes something, or why there is nothing. */
export interface PublishedDocument {
  readonly url: string
  /** Who named the address: the test kit, the agent's capabilities, the token's issuer; or it lies beside the agent itself. */
  readonly place: 'kit' | 'declared' | 'issuer' | 'agent'
  /** The HTTP status; absent when no answer came. */
  readonly status?: number
  /** The body: JSON, or the text of a compact JWS. */
  readonly body?: Json
  /** Why there is no body. */
  readonly problem?: string
}

/** What a governance agent and its brand publish, as fetched once during a run. Each list holds the address that counts most first. */
export interface PublishedKeys {
  /** ISO 8601, the runner's clock. */
  readonly fetchedAt: string
  /** The issuer that the test kit expects. */
  readonly issuer?: string
  readonly jwks: readonly PublishedDocument[]
  readonly archive: readonly PublishedDocument[]
  readonly revocations: readonly PublishedDocument[]
  /** The brand.json of the buyer. */
  readonly brand: readonly PublishedDocument[]
}
