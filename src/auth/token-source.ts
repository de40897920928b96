import { AgentUnavailable } from '../errors.ts'
import type { Authorization, Credential } from '../transport/index.ts'
import { discoverTokenEndpoint } from './discover.ts'
import { NoToken } from './no-token.ts'
import type { OAuthClient } from './oauth-client.ts'
import { requestToken, type Token } from './request-token.ts'
import type { TokenEndpoint } from './token-endpoint.ts'

/** After a renewal that failed, the server is left alone for this long. */
const restMs = 15_000

interface Setting {
  readonly agentUrl: string
  readonly client: OAuthClient
  readonly clock: { now(): number }
}

interface Held extends Token {
  /** When to ask for the next one, before this one runs out; epoch milliseconds. */
  readonly renewAt: number
}

/** The tokens of one client for one agent, for a whole run: asked for once, renewed before they run out and after a 401. */
export class TokenSource implements Authorization {
  readonly #setting: Setting
  readonly #met = new Set<string>()
  #run: AbortSignal = new AbortController().signal
  #endpoint: TokenEndpoint | undefined
  #held: Held | undefined
  #pending: Promise<Held> | undefined
  #restUntil = 0

  constructor(setting: Setting) {
    this.#setting = setting
  }

  /** What must not appear in a report: the client's secret, and every token so far. */
  get secrets(): readonly string[] {
    return [this.#setting.client.clientSecret, ...this.#met]
  }

  /**
   * Makes sure that there is a token; the signal is that of the run.
   * @throws AgentUnavailable when none can be had
   */
  async obtain(run: AbortSignal): Promise<void> {
    this.#run = run
    try {
      if (this.#isStale()) await this.#renew()
    } catch (error) {
      if (!(error instanceof NoToken)) throw error
      throw new AgentUnavailable(this.#setting.agentUrl, error.why, error.remedy)
    }
  }

  async current(signal: AbortSignal): Promise<Credential> {
    if (this.#isStale()) await this.#tryRenewal(signal)
    return headerOf(this.#held)
  }

  async renewed(refused: Credential, signal: AbortSignal): Promise<Credential | undefined> {
    const isHeld = () => refused.authorization === headerOf(this.#held).authorization
    // Another call may have been refused before, and renewed it already.
    if (isHeld()) await this.#tryRenewal(signal)
    return isHeld() ? undefined : headerOf(this.#held)
  }

  #isStale(): boolean {
    return this.#held === undefined || this.#setting.clock.now() >= this.#held.renewAt
  }

  async #tryRenewal(signal: AbortSignal): Promise<void> {
    if (this.#setting.clock.now() < this.#restUntil) return
    const renewal = this.#renew().catch(() => {
      this.#restUntil = this.#setting.clock.now() + restMs
    })
    await Promise.race([renewal, whenAborted(signal)])
  }

  /** One request at a time, whoever waits for it. */
  #renew(): Promise<Held> {
    this.#pending ??= this.#ask().finally(() => {
      this.#pending = undefined
    })
    return this.#pending
  }

  async #ask(): Promise<Held> {
    const { client, agentUrl, clock } = this.#setting
    this.#endpoint ??= client.tokenUrl ? { url: client.tokenUrl } : await discoverTokenEndpoint(agentUrl, this.#run)
    const token = await requestToken(this.#endpoint, client, this.#run)
    this.#met.add(token.value)
    this.#held = { ...token, renewAt: clock.now() + goodFor(token) }
    return this.#held
  }
}

/** A minute is left for what is on its way; of a token that lives but shortly, half its life. */
function goodFor({ expiresIn }: Token): number {
  if (expiresIn === undefined) return Number.POSITIVE_INFINITY
  return Math.max(expiresIn - 60, expiresIn / 2) * 1000
}

function headerOf(held: Held | undefined): Credential {
  return held ? { authorization: `Bearer ${held.value}` } : {}
}

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
