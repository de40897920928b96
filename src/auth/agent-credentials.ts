import type { Credentials } from '../transport/index.ts'
import type { OAuthClient } from './oauth-client.ts'

/** What lets us in to one agent, as one principal. */
export interface AgentCredentials extends Credentials {
  /** In place of a token that is given: one that is asked for, and renewed. */
  readonly oauth?: OAuthClient
}

/** What lets us in to one agent, with the named principals that have credentials of their own. */
export interface RunCredentials extends AgentCredentials {
  readonly principals?: Readonly<Record<string, AgentCredentials>>
}
