import type { JsonObject } from '../../model/json.ts'
import type { SignedToken } from '../../token/read-token.ts'

/** What a token is held against: the request that it came with. */
export interface TokenSubject {
  readonly principal: string
  readonly planId: string | undefined
  /** The phases that may authorise this request. */
  readonly phases: readonly string[]
  /** The media buy that the request is about; absent while it does not exist. */
  readonly mediaBuyId: string | undefined
}

/** A token at one step of its verification. */
export interface PresentedToken extends TokenSubject {
  readonly token: SignedToken
}

/** The same, once its issuer and the key that it names were found. */
export interface KeyedToken extends PresentedToken {
  /** The key set of the issuer, where its lists are signed from. */
  readonly keySet: string
  readonly key: JsonObject
}

/** Why a token is refused; for the seller's own log, never for the caller. */
export type TokenFlaw =
  | 'malformed'
  | 'algorithm'
  | 'type'
  | 'critical'
  | 'key unknown'
  | 'keys out of reach'
  | 'key use'
  | 'signature'
  | 'audience'
  | 'expired'
  | 'not yet good'
  | 'lifetime'
  | 'plan'
  | 'phase'
  | 'media buy'
  | 'issuer'
  | 'revoked'
  | 'revocations stale'
  | 'replayed'
