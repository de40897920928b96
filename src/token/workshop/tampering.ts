import type { TokenOrder } from './valid-token.ts'

/** One way in which a token can be wrong, all else being right. */
export interface Tampering {
  readonly id: string
  /** The requirement that a seller breaks by accepting it. */
  readonly requirement: string
  /** What is wrong, in one sentence. */
  readonly title: string
  /** The token is only wrong while the revocation list has not been renewed for a day. */
  readonly staleList?: true
  mint(order: TokenOrder): string
}
