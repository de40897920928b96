/** A configuration file as its author wrote it; keys are those of the YAML. Secrets stand elsewhere: it names where. */
export interface Config {
  /** URL, key in `agents`, or alias of the agent to test. */
  readonly agent?: string
  readonly protocol?: 'auto' | 'mcp' | 'a2a'
  readonly auth?: AuthConfig
  readonly principals?: Readonly<Record<string, AuthConfig>>
  /** Agents by key: tested together, unless one is named. */
  readonly agents?: Readonly<Record<string, AgentConfig>>
  readonly default_agent?: string
  readonly profile?: string
  readonly suite?: string
  readonly storyboards?: readonly string[]
  readonly tags?: readonly string[]
  readonly context?: Readonly<Record<string, string>>
  readonly assert_seeded_state?: boolean
  readonly transport?: string
  readonly compare_transports?: boolean
  readonly webhooks?: boolean
  readonly adcp_version?: string | number
  readonly dates?: 'shift' | 'as-written'
  readonly test_kit?: string
  readonly limits?: Readonly<Record<string, number>>
  readonly webhook?: Readonly<Record<string, string | number>>
  readonly peer?: PeerConfig
  readonly reporters?: Readonly<Record<string, string>>
}

/** How the governance agent is hosted that sellers are tested with. */
export interface PeerConfig {
  readonly public_url?: string
  readonly port?: number
  readonly tls?: boolean
  /** A file. */
  readonly ca?: string
}

export interface AgentConfig {
  readonly url: string
  readonly protocol?: 'auto' | 'mcp' | 'a2a'
  readonly auth?: AuthConfig
  readonly principals?: Readonly<Record<string, AuthConfig>>
}

/** How to be let in: one of bearer, basic, api_key and oauth, or nothing at all. */
export interface AuthConfig {
  readonly bearer?: SecretConfig
  readonly basic?: {
    readonly username?: string
    readonly username_env?: string
    readonly password_env?: string
    readonly password_file?: string
  }
  readonly api_key?: SecretConfig & { readonly header: string }
  readonly oauth?: OAuthConfig
  /** Further headers, each with the variable that holds its value. */
  readonly headers_env?: Readonly<Record<string, string>>
}

/** Where a secret stands. */
export interface SecretConfig {
  readonly env?: string
  readonly file?: string
}

export interface OAuthConfig {
  readonly client_id?: string
  readonly client_id_env?: string
  readonly client_secret_env?: string
  readonly client_secret_file?: string
  readonly token_url?: string
  readonly scope?: string
  readonly resource?: string | readonly string[]
  readonly audience?: string
  readonly client_auth?: 'basic' | 'post'
}
