import type { AgentCredentials } from '../auth/agent-credentials.ts'
import type { Environment } from '../config/environment.ts'
import { basicToken } from '../config/read-auth.ts'
import { UsageError } from '../errors.ts'
import { readSecretFile } from '../load/secret-file.ts'
import { oauthClient } from './oauth-flags.ts'
import type { CredentialFlags } from './run-flags.ts'
import { variable } from './variable.ts'

/** What the flags say of how to be let in. */
export interface FlagCredentials {
  /** Undefined when they name no login; headers alone are none. */
  readonly login?: AgentCredentials
  readonly headers: Readonly<Record<string, string>>
  readonly principals: Readonly<Record<string, AgentCredentials>>
}

/**
 * What lets us in by the flags, which name variables and files, so that no secret stands on the command line.
 * @throws UsageError that names the flag, never the secret
 */
export async function flagCredentials(flags: CredentialFlags, env: Environment): Promise<FlagCredentials> {
  const login = await loginOf(flags, env)
  const headers = Object.fromEntries((flags.headerEnv ?? []).map((pair) => named(pair, '--header-env', env)))
  const tokens = (flags.principal ?? []).map((pair) => named(pair, '--principal', env))
  const principals = Object.fromEntries(tokens.map(([name, value]) => [name, { token: value }]))
  return { ...(login && { login }), headers, principals }
}

async function loginOf(flags: CredentialFlags, env: Environment): Promise<AgentCredentials | undefined> {
  const oauth = await oauthClient(flags, env)
  if (oauth) return { oauth }
  const token = await tokenOf(flags, env)
  return token === undefined ? undefined : { token }
}

async function tokenOf(flags: CredentialFlags, env: Environment): Promise<string | undefined> {
  if (flags.auth !== undefined) return flags.auth
  if (flags.authFile !== undefined) return readSecretFile(flags.authFile)
  if (flags.authEnv !== undefined) return variable(flags.authEnv, '--auth-env', env)
  return flags.basicEnv === undefined
    ? undefined
    : basicOf(variable(flags.basicEnv, '--basic-env', env), flags.basicEnv)
}

function basicOf(pair: string, name: string): string {
  const at = pair.indexOf(':')
  if (at < 0) throw new UsageError(`the environment variable ${name} that --basic-env names must hold user:password`)
  return basicToken(pair.slice(0, at), pair.slice(at + 1))
}

function named(pair: string, flag: string, env: Environment): readonly [string, string] {
  const [, name, variableName] = /^([^=:\s]+)=(\w+)$/.exec(pair) ?? []
  // The text is not repeated: a secret may have been typed where a variable should be named.
  if (!name || !variableName)
    throw new UsageError(`${flag} needs NAME=VARIABLE, the variable being one of the environment`)
  return [name, variable(variableName, flag, env)]
}
