import type { GovernancePeer } from '../../peers/governance-peer/governance-peer.ts'

/** What a run needs of the governance agent that it hosts. */
export type HostedAgent = Pick<
  GovernancePeer,
  | 'url'
  | 'brandUrl'
  | 'plainJwksUri'
  | 'lapsedUrl'
  | 'script'
  | 'publish'
  | 'mint'
  | 'requests'
  | 'received'
  | 'knocks'
  | 'forget'
  | 'close'
> &
  Partial<Pick<GovernancePeer, 'said'>> & { readonly agent: Pick<GovernancePeer['agent'], 'handle'> }

/** The agent that a run hosts, and how it was opened. */
export interface Hosted {
  readonly peer: HostedAgent
  /** What sellers are registered with; no report may show it. */
  readonly credential: string
  /** It has a public address. */
  readonly isPublic: boolean
  /** The public address was asked, and what was asked came here. */
  readonly leadsHere: boolean
}

/** The hosted governance agent, and what a run has learned of who can reach it. */
export class PeerHost {
  /** Why its storyboards cannot be gone on with, as long as nothing comes from the seller. */
  outOfReach: string | undefined
  readonly #before: { readonly received: number; readonly knocks: number }
  #reached = false

  constructor(readonly hosted: Hosted) {
    this.#before = { received: hosted.peer.received(), knocks: hosted.peer.knocks() }
  }

  get peer(): HostedAgent {
    return this.hosted.peer
  }

  /** Whether any request has ever come. */
  get wasReached(): boolean {
    this.#reached ||= this.peer.received() > this.#before.received
    return this.#reached
  }

  /** Connections that were opened, whether or not a request came in them. */
  get knocks(): number {
    return this.peer.knocks() - this.#before.knocks
  }

  /** What samples can name as `{{runner.<name>}}`. */
  get addresses(): Readonly<Record<string, string>> {
    return {
      governance_agent_url: this.peer.url,
      governance_credential: this.hosted.credential,
      governance_plain_jwks: this.peer.plainJwksUri,
      governance_lapsed_url: this.peer.lapsedUrl,
      // A domain in AdCP has no port.
      brand_domain: new URL(this.peer.url).hostname,
      brand_url: this.peer.brandUrl,
    }
  }

  /** As it was when the run began. @throws UsageError when it cannot listen again */
  async reset(): Promise<void> {
    this.peer.forget()
    this.peer.publish({})
    await this.peer.script()
  }
}
