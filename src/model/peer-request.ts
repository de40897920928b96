import type { JsonObject } from './json.ts'

/** One request that came to the governance agent that a run hosts, as evidence. */
export interface PeerRequest {
  /** Counts from 1, over all requests of the run. */
  readonly order: number
  /** ISO 8601. */
  readonly at: string
  readonly method: string
  readonly path: string
  /** It came over the plain door, where nobody who guards its fetches comes. */
  readonly plain?: true
  /** Only those of the list; what authenticates is never kept. */
  readonly headers: Readonly<Record<string, string>>
  /** What the seller authenticated with: the credential it was registered with, something else, or nothing. */
  readonly credential: 'expected' | 'other' | 'none'
  /** The body as it came, and only the start of one that is no JSON; '' when there is none, or more than 256 KiB. */
  readonly body: string
  /** SHA-256, in hex, of the bytes of the body; absent when there is none, or not all of it came. */
  readonly bodySha256?: string
  /** Why the body cannot be read as JSON. */
  readonly problem?: string
  /** The tool, of a request that calls one. */
  readonly tool?: string
  readonly arguments?: JsonObject
  /** `sha256:` and hex, of the governance_context among the arguments: two copies of it can be told to be the same. */
  readonly governanceContextHash?: string
}

/** The same, and when in a storyboard it came. */
export interface PeerSighting extends PeerRequest {
  /** The step that was sent last when it came. */
  readonly step: string
  /** The seller had not answered that step yet. */
  readonly beforeAnswer: boolean
}

/** What has come to the hosted governance agent since the storyboard began. */
export interface PeerEvidence {
  /** In the order of arrival. */
  readonly requests: readonly PeerSighting[]
  /** The steps that were begun, this one last. */
  readonly begun: readonly string[]
  /** More came than are kept: that something did not come cannot be told. */
  readonly isCut: boolean
}

/** One such request in a report: what authenticates is hidden, the governance context can be told by its hash. */
export interface PeerCallReport extends Omit<PeerRequest, 'body' | 'bodySha256' | 'headers' | 'credential'> {
  /** `credential`, under a name that says that it is none. */
  readonly presented: PeerRequest['credential']
  readonly beforeAnswer: boolean
  /** Only where it is no JSON: the start of the body. */
  readonly body?: string
}
