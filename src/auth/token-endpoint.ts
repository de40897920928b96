/** Where tokens are asked for. */
export interface TokenEndpoint {
  readonly url: string
  /** Ways of client authentication that its metadata list, in their words; undefined when they list none. */
  readonly authMethods?: readonly string[]
}
