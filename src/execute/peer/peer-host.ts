import type { GovernancePeer } from '../../peers/governance-peer/governance-peer.ts'

/** The hosted governance agent, and what a run has learned of who can reach it. */
export class PeerHost {
  /** Why its storyboards are not gone on with; once it is known, they all are blocked. */
  outOfReach: string | undefined
  #reached = false

  constructor(
    readonly peer: GovernancePeer,
    /** What sellers are registered with; no report may show it. */
    readonly credential: string,
    /** The address leads here from everywhere, by the word of whoever started the run. */
    readonly isPublic: boolean,
  ) {}

  /** Whether any request has ever come. */
  get wasReached(): boolean {
    this.#reached ||= this.peer.received() > 0
    return this.#reached
  }

  /** What samples can name as `{{runner.<name>}}`. */
  get addresses(): Readonly<Record<string, string>> {
    return {
      governance_agent_url: this.peer.url,
      governance_credential: this.credential,
      governance_plain_jwks: this.peer.plainJwksUri,
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
