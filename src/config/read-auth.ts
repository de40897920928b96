import { dirname, resolve } from 'node:path'
import type { AgentCredentials } from '../auth/agent-credentials.ts'
import type { OAuthClient } from '../auth/oauth-client.ts'
import { UsageError } from '../errors.ts'
import { readSecretFile } from '../load/secret-file.ts'
import type { AuthConfig, OAuthConfig } from '../model/config.ts'
import type { Located } from '../model/located.ts'
import type { Environment } from './environment.ts'

type Path = readonly (string | number)[]

/**
 * What lets us in, by what a configuration file says under `path`; the secrets come from where it says.
 * @throws UsageError that names the place in the file and the variable or file that is not there, never a secret
 */
export async function readAuth(
  auth: AuthConfig,
  path: Path,
  file: Located<unknown>,
  env: Environment,
): Promise<AgentCredentials> {
  return new AuthReader(path, file, env).credentials(auth)
}

class AuthReader {
  readonly #path: Path
  readonly #file: Located<unknown>
  readonly #env: Environment

  constructor(path: Path, file: Located<unknown>, env: Environment) {
    this.#path = path
    this.#file = file
    this.#env = env
  }

  async credentials(auth: AuthConfig): Promise<AgentCredentials> {
    const ways = (['bearer', 'basic', 'oauth'] as const).filter((way) => auth[way])
    if (ways.length > 1) throw this.#wrong([], `names ${ways.join(' and ')}; leave one of them`)
    const { oauth } = auth
    const token = await this.#token(auth)
    const headers = { ...this.#headers(auth), ...(await this.#apiKey(auth)) }
    return {
      ...(token !== undefined && { token }),
      ...(Object.keys(headers).length > 0 && { headers }),
      ...(oauth && { oauth: await this.#client(oauth) }),
    }
  }

  async #token({ bearer, basic }: AuthConfig): Promise<string | undefined> {
    if (bearer) return this.#secret(['bearer'], bearer.env, bearer.file)
    if (!basic) return undefined
    const username = basic.username ?? this.#variable(['basic', 'username_env'], basic.username_env)
    const password = await this.#secret(['basic'], basic.password_env, basic.password_file, 'password_')
    return basicToken(username, password)
  }

  #headers({ headers_env = {} }: AuthConfig): Readonly<Record<string, string>> {
    const pairs = Object.entries(headers_env)
    return Object.fromEntries(pairs.map(([name, variable]) => [name, this.#variable(['headers_env', name], variable)]))
  }

  async #apiKey({ api_key: key }: AuthConfig): Promise<Readonly<Record<string, string>>> {
    return key ? { [key.header]: await this.#secret(['api_key'], key.env, key.file) } : {}
  }

  async #client(oauth: OAuthConfig): Promise<OAuthClient> {
    const { token_url: tokenUrl, scope, resource, audience, client_auth: clientAuth } = oauth
    return {
      clientId: oauth.client_id ?? this.#variable(['oauth', 'client_id_env'], oauth.client_id_env),
      clientSecret: await this.#secret(['oauth'], oauth.client_secret_env, oauth.client_secret_file, 'client_secret_'),
      ...(tokenUrl !== undefined && { tokenUrl }),
      ...(scope !== undefined && { scope }),
      ...(resource !== undefined && { resource: typeof resource === 'string' ? [resource] : resource }),
      ...(audience !== undefined && { audience }),
      ...(clientAuth !== undefined && { clientAuth }),
    }
  }

  /** The schema sees to it that there is a variable or a file. */
  #secret(section: Path, env: string | undefined, file: string | undefined, prefix = ''): Promise<string> | string {
    if (env !== undefined || file === undefined) return this.#variable([...section, `${prefix}env`], env)
    return readSecretFile(resolve(dirname(this.#file.file), file))
  }

  #variable(at: Path, name = ''): string {
    const value = this.#env[name]
    if (value) return value
    throw this.#wrong(at, `names the environment variable ${name}, which is not set. Set it, or name another one`)
  }

  #wrong(at: Path, what: string): UsageError {
    const path = [...this.#path, ...at]
    return new UsageError(`${this.#file.file}:${this.#file.locate(path).line}: ${path.join('.')} ${what}`)
  }
}

/** Credentials of HTTP Basic, with their scheme (RFC 7617). */
export function basicToken(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`
}
