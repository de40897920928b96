/** One HTTP request as it was on the wire. */
export interface SignedMessage {
  readonly method: string
  /** The whole address, as the signer must have signed it. */
  readonly url: string
  /** Lower-case names; several fields of one name are joined with a comma. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}
