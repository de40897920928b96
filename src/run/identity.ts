import type { AgentCredentials } from '../auth/agent-credentials.ts'
import { TokenSource } from '../auth/token-source.ts'
import { UsageError } from '../errors.ts'
import { authHeaders, type Credential } from '../transport/index.ts'

/** One principal at one agent: what is sent to be let in, and what of it must not be shown. */
export interface Identity {
  readonly headers: Credential
  /** Where the token comes from, when it is one that is asked for. */
  readonly source?: TokenSource
  readonly secrets: readonly string[]
}

/**
 * @throws UsageError when the credentials cannot be sent, or are two at once
 */
export function identityOf(credentials: AgentCredentials, agentUrl: string, clock: { now(): number }): Identity {
  const { oauth, token, headers = {} } = credentials
  if (!oauth) return { headers: authHeaders(credentials), secrets: secretsOf(credentials) }
  if (token !== undefined || Object.keys(headers).some((name) => name.toLowerCase() === 'authorization'))
    throw new UsageError('give either an OAuth client or a token, not both')
  const source = new TokenSource({ agentUrl, client: oauth, clock })
  return { headers: authHeaders({ headers }), source, secrets: secretsOf(credentials) }
}

/** A token may come back without its scheme, and Basic credentials in plain words. */
function secretsOf({ token, headers }: AgentCredentials): readonly string[] {
  return [...(token === undefined ? [] : [token]), ...Object.values(headers ?? {})].flatMap(spellings)
}

/** The ways in which the value of a header is likely to be repeated. */
export function spellings(value: string): readonly string[] {
  const basic = /^basic +([\w+/=-]+)$/i.exec(value.trim())?.[1]
  const pair = basic === undefined ? '' : Buffer.from(basic, 'base64').toString('utf8')
  const within = pair.includes(':') ? [pair, pair.slice(pair.indexOf(':') + 1)] : []
  return [value, ...value.split(' '), ...within].filter((text) => text !== '')
}
