import type { SafeReply } from '../keys/safe-send.ts'
import type { SigningKeys } from '../keys/signing-keys.ts'
import type { AgentProfile } from '../model/agent-profile.ts'
import type { Call, Exchange } from '../model/exchange.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { PeerRequest } from '../model/peer-request.ts'
import type { PublishedKeys } from '../model/published-keys.ts'
import type { Speaker } from '../model/speaker.ts'
import type { WebhookAddress, WebhookDelivery } from '../model/webhook.ts'

/**
 * Everything that a run learned from outside, so that it can be played again without its agent. It is written as JSON:
 * each member is what JSON can carry.
 */
export interface Journal {
  readonly stage: Stage
  /** What the clock and the id generator gave, by the place in the run at which they were asked. */
  readonly moments: Readonly<Record<string, Moments>>
  /** What was asked of the world, in the order in which it was asked. */
  readonly crossings: readonly Crossing[]
  /** The webhooks that came, in the order of arrival; crossings name them by number. */
  readonly deliveries: readonly WebhookDelivery[]
  /** What came to the hosted governance agent, in the order of arrival; crossings name it by its order. */
  readonly peerRequests: readonly PeerRecord[]
}

/**
 * One request to the hosted governance agent, and what it was answered with. Tool and arguments are not in it: they are read
 * from the body again.
 */
export interface PeerRecord extends Omit<PeerRequest, 'credential' | 'tool' | 'arguments'> {
  /** `credential`, under a name that says that it is none. */
  readonly presented: PeerRequest['credential']
  readonly said?: Json
  /** SHA-256, in hex, of this record as it was before anything in it was hidden. */
  readonly sha256: string
}

/** What is known of a run before anything is asked. */
export interface Stage {
  readonly url: string
  readonly principals: readonly string[]
  /** Keys and addresses of the agents, in a run against several. */
  readonly agents?: Readonly<Record<string, string>>
  readonly defaultAgent?: string
  /** Plain HTTP beside the protocol was possible. */
  readonly plain: boolean
  /** Why agents could not call back; absent when they could. */
  readonly noCallbacks?: string
  /** Why no governance agent was hosted; absent when it could be. */
  readonly noPeer?: string
  /** The step before which the run was stopped, and by what. */
  readonly stopped?: { readonly at: string; readonly reason: string }
}

/** Times are milliseconds since 1970. */
export interface Moments {
  readonly times: readonly number[]
  readonly uuids: readonly string[]
  readonly opaques: readonly string[]
}

/** One question to the world and its answer. `at` is the storyboard or the step that was at work. */
export type Crossing = { readonly at: string } & Crossed

export type Crossed =
  | ({ readonly kind: 'probe'; readonly agent?: string } & Found<AgentProfile>)
  /** Only lines that could not be opened are noted. */
  | { readonly kind: 'open'; readonly speaker: SpeakerName; readonly refused: Refusal }
  | ({ readonly kind: 'call'; readonly speaker: SpeakerName; readonly call: Call } & Heard)
  | ({ readonly kind: 'poll'; readonly taskId: string } & Heard)
  | { readonly kind: 'keys'; readonly agent?: string; readonly question: Json; readonly answer: PublishedKeys }
  | { readonly kind: 'send'; readonly request: PlainName; readonly answer: SafeReply }
  | { readonly kind: 'signing_keys'; readonly question: Json; readonly answer: SigningKeys }
  | { readonly kind: 'webhook_base'; readonly storyboard: string; readonly url: string }
  | {
      readonly kind: 'webhook_address'
      readonly storyboard: string
      readonly step: string
      readonly address: WebhookAddress
    }
  | {
      readonly kind: 'webhooks'
      readonly storyboard: string
      readonly step?: string
      readonly numbers: readonly number[]
    }
  /** What a seller is registered with, in a run against several agents. */
  | { readonly kind: 'seller_credential'; readonly credential: string }
  /** The hosted governance agent was opened. */
  | {
      readonly kind: 'peer'
      readonly url: string
      readonly brand_url: string
      readonly plain_jwks_uri: string
      /** Absent in records of releases that had none. */
      readonly lapsed_url?: string
      readonly credential: string
      readonly is_public: boolean
      readonly leads_here: boolean
    }
  /** How many requests and connections had come to it, and which of the requests it kept: from the first order to the last. */
  | ({ readonly kind: 'peer_seen' } & PeerSeen)
  | {
      readonly kind: 'peer_token'
      readonly order: Json
      /** In which one way it is wrong; absent for a good one. */
      readonly tampering?: string
      readonly governance_context: string
    }
  /** What the buyer asked of it. */
  | {
      readonly kind: 'peer_asked'
      readonly tool: string
      readonly arguments: JsonObject
      readonly answer: PeerAnswered
    }

export interface PeerSeen {
  readonly received: number
  readonly knocks: number
  readonly first: number
  readonly last: number
}

export interface PeerAnswered {
  readonly payload: JsonObject
  readonly isError: boolean
}

export interface Heard {
  readonly exchange: Exchange
  /** SHA-256, in hex, of the exchange as it was before anything in it was hidden. */
  readonly sha256: string
}

export type Found<T> = { readonly found: T } | { readonly refused: Refusal }

/** Why there was no answer (AgentUnavailable). */
export interface Refusal {
  readonly url: string
  readonly why: string
  readonly remedy: string
}

/** Who spoke, without what let them in. */
export interface SpeakerName {
  readonly agent?: string
  readonly principal: string
  /** Names of the headers that took the place of all credentials. */
  readonly headers?: readonly string[]
}

/** Which plain request it was. */
export interface PlainName {
  readonly method: string
  readonly url: string
}

export function nameOf({ agent, principal, headers }: Speaker): SpeakerName {
  return {
    ...(agent !== undefined && { agent }),
    principal,
    ...(headers && { headers: Object.keys(headers).sort() }),
  }
}
