import type { FetchLike } from '@modelcontextprotocol/sdk/shared/transport.js'
import { findCard } from '../a2a-find-card.ts'
import type { Refusal } from '../refusal.ts'
import { Refused } from '../refusal.ts'
import type { RelayAnswer, RelayRequest } from './relay.ts'
import { inJson, relayCard } from './replay.ts'

/** Passes the official client's requests on to the agent. */
export class Forwarding {
  /** The first thing that went wrong on the wire: the client goes on to try other things. */
  refusal: Refusal | undefined
  readonly #agent: URL
  readonly #fetch: FetchLike
  #endpoint: URL

  constructor(url: string, fetch: FetchLike) {
    this.#agent = new URL(url)
    this.#endpoint = this.#agent
    this.#fetch = fetch
  }

  readonly answer = async (request: RelayRequest, relay: string): Promise<RelayAnswer | undefined> => {
    try {
      return request.path.endsWith('/agent-card.json') ? await this.#card(request, relay) : await this.#passOn(request)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return this.#refused(error.reply)
    }
  }

  /** The agent's own card would lead the client past the relay. */
  async #card({ headers }: RelayRequest, relay: string): Promise<RelayAnswer | undefined> {
    const fetch: FetchLike = (input, init) => this.#fetch(input, { ...init, headers })
    const found = await findCard(this.#agent, fetch)
    if (!('card' in found)) return this.#refused(found.refusal)
    this.#endpoint = found.card.endpoint
    return inJson(relayCard(relay))
  }

  async #passOn({ method, headers, body }: RelayRequest): Promise<RelayAnswer> {
    const response = await this.#fetch(this.#endpoint, { method, headers, ...(body !== '' && { body }) })
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() }
  }

  #refused(refusal: Refusal): RelayAnswer | undefined {
    this.refusal ??= refusal
    if (refusal.kind === 'unreachable') return undefined
    if (refusal.kind === 'rpc_error') return inJson(refusal.raw)
    return { status: refusal.status, headers: refusal.headers, body: refusal.body }
  }
}
