import type { SafeReply } from '../keys/safe-send.ts'
import type { SigningKeys } from '../keys/signing-keys.ts'
import type { AgentProfile } from '../model/agent-profile.ts'
import type { Call, Exchange } from '../model/exchange.ts'
import type { Json } from '../model/json.ts'
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
  | { readonly kind: 'keys'; readonly question: Json; readonly answer: PublishedKeys }
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
