import type { JsonObject } from '../../model/json.ts'

/** What a hosted governance agent answers to one check_governance. */
export type PeerAnswer =
  /** By its own rules, over the plans that were synced to it. */
  | { readonly kind: 'decide' }
  | { readonly kind: 'approve'; readonly nextCheck?: string }
  | { readonly kind: 'deny'; readonly findings: readonly JsonObject[] }
  | { readonly kind: 'conditions'; readonly conditions: readonly JsonObject[] }
  /** An AdCP error, which is no decision. */
  | { readonly kind: 'adcp_error'; readonly code: string }
  /** A result of the tool that is no decision either. */
  | { readonly kind: 'garbage'; readonly payload?: JsonObject }
  /** A page where JSON should be. */
  | { readonly kind: 'noise' }
  | { readonly kind: 'http_error'; readonly status: number }
  /** The connection is held open, and nothing ever comes. */
  | { readonly kind: 'silence' }
  /** The connection breaks before an answer. */
  | { readonly kind: 'break' }
  /** Nobody listens any more: connections are refused, documents included, until the next script. */
  | { readonly kind: 'refuse' }

/** What happens below the words of the protocol. */
export type Disturbance = Extract<PeerAnswer, { kind: 'noise' | 'http_error' | 'silence' | 'break' | 'refuse' }>

/** The answers that the agent gives in words of the protocol. */
export type SpokenAnswer = Exclude<PeerAnswer, Disturbance>

const disturbances: ReadonlySet<string> = new Set(['noise', 'http_error', 'silence', 'break', 'refuse'])

export function isDisturbance(answer: PeerAnswer): answer is Disturbance {
  return disturbances.has(answer.kind)
}
