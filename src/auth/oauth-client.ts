/** A client of an OAuth 2.0 authorization server that asks for tokens with its own credentials (RFC 6749, section 4.4). */
export interface OAuthClient {
  readonly clientId: string
  readonly clientSecret: string
  /** Where tokens are asked for; found out from what the agent publishes when absent. */
  readonly tokenUrl?: string
  readonly scope?: string
  /** Resource indicators (RFC 8707). */
  readonly resource?: readonly string[]
  /** What some servers want in place of a resource. */
  readonly audience?: string
  /** How the client shows who it is; when absent, as the server's metadata say, else by HTTP Basic. */
  readonly clientAuth?: 'basic' | 'post'
}
