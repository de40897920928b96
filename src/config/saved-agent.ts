import type { AgentCredentials } from '../auth/agent-credentials.ts'
import type { OAuthClient } from '../auth/oauth-client.ts'
import { UsageError } from '../errors.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import type { Environment } from './environment.ts'

/** One agent, wherever it was written down. */
export interface SavedAgent {
  readonly url: string
  readonly protocol?: 'auto' | 'mcp' | 'a2a'
  readonly credentials: AgentCredentials
}

export interface AliasSetting {
  readonly alias: string
  readonly file: string
  readonly env: Environment
  readonly clock: { now(): number }
}

/**
 * An agent as the official command line saves it: `url`, `protocol`, `headers`, and one of `oauth_client_credentials`,
 * `oauth_tokens` and `auth_token`, the first that is there.
 * @throws UsageError when it has no URL, a variable it names is not set, or its token has run out
 */
export function savedAgent(saved: JsonObject, setting: AliasSetting): SavedAgent {
  const { url, protocol, headers } = saved
  if (typeof url !== 'string') throw wrong(setting, 'has no "url"')
  const sent = headersIn(headers)
  return {
    url,
    ...((protocol === 'mcp' || protocol === 'a2a') && { protocol }),
    credentials: { ...loginOf(saved, setting), ...(sent && { headers: sent }) },
  }
}

function loginOf(saved: JsonObject, setting: AliasSetting): AgentCredentials {
  const { oauth_client_credentials: client, oauth_tokens: tokens, auth_token: token } = saved
  if (isJsonObject(client)) return { oauth: clientOf(client, setting) }
  if (isJsonObject(tokens) && isGood(tokens, setting)) return { token: String(tokens.access_token) }
  if (typeof token === 'string' && token !== '') return { token }
  if (isJsonObject(tokens))
    throw wrong(
      setting,
      `holds an OAuth token that has run out. Renew it with the official command line: adcp ${setting.alias} --oauth`,
    )
  return {}
}

function isGood({ access_token: token, expires_at: expiry }: JsonObject, { clock }: AliasSetting): boolean {
  if (typeof token !== 'string' || token === '') return false
  return typeof expiry !== 'string' || !(Date.parse(expiry) <= clock.now())
}

function clientOf(client: JsonObject, setting: AliasSetting): OAuthClient {
  const { token_endpoint: tokenUrl, scope, audience, resource, auth_method: method } = client
  return {
    clientId: resolved(client.client_id, 'client_id', setting),
    clientSecret: resolved(client.client_secret, 'client_secret', setting),
    ...(typeof tokenUrl === 'string' && { tokenUrl }),
    ...(typeof scope === 'string' && { scope }),
    ...(typeof audience === 'string' && { audience }),
    ...(resource !== undefined && { resource: textsIn(resource) }),
    ...(method === 'body' && { clientAuth: 'post' as const }),
    ...(method === 'basic' && { clientAuth: 'basic' as const }),
  }
}

/** `$ENV:NAME` stands for a variable; anything else is the value itself. */
function resolved(value: Json | undefined, key: string, setting: AliasSetting): string {
  if (typeof value !== 'string' || value === '')
    throw wrong(setting, `has no "${key}" among its OAuth client credentials`)
  if (!value.startsWith('$ENV:')) return value
  const name = value.slice('$ENV:'.length).trim()
  const found = setting.env[name]
  if (found) return found
  throw wrong(setting, `names the environment variable ${name}, which is not set. Set it`)
}

function textsIn(value: Json): readonly string[] {
  return [value].flat().filter((one) => typeof one === 'string')
}

function headersIn(headers: Json | undefined): Readonly<Record<string, string>> | undefined {
  if (!isJsonObject(headers)) return undefined
  const texts = Object.entries(headers).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  return texts.length > 0 ? Object.fromEntries(texts) : undefined
}

function wrong({ alias, file }: AliasSetting, what: string): UsageError {
  return new UsageError(`the agent "${alias}" in ${file} ${what}`)
}
