import { UsageError } from '../errors.ts'
import { readSecretFile } from '../load/secret-file.ts'
import type { Credentials } from '../transport/credentials.ts'
import type { Io } from './io.ts'
import type { CredentialFlags } from './run-flags.ts'

export interface RunCredentials extends Credentials {
  readonly principals?: Readonly<Record<string, Credentials>>
}

/**
 * What lets us in, from flags and environment; the flags name variables and files, so that no secret stands on the command line.
 * @throws UsageError that names the flag, never the secret
 */
export async function readCredentials(flags: CredentialFlags, env: Io['env']): Promise<RunCredentials> {
  const token = await tokenOf(flags, env)
  const headers = Object.fromEntries((flags.headerEnv ?? []).map((pair) => named(pair, '--header-env', env)))
  const tokens = (flags.principal ?? []).map((pair) => named(pair, '--principal', env))
  const principals = Object.fromEntries(tokens.map(([name, value]) => [name, { token: value }]))
  return { ...(token !== undefined && { token }), headers, principals }
}

/** What the person at the shell should know about how secrets travel; one sentence each. */
export function credentialWarnings(
  flags: CredentialFlags,
  credentials: RunCredentials,
  url: string,
): readonly string[] {
  const { protocol, hostname } = new URL(url)
  const secrets = [credentials.token, ...Object.values(credentials.headers ?? {})].filter(
    (value) => value !== undefined,
  )
  return [
    ...(flags.auth === undefined
      ? []
      : ['--auth puts the secret where other users of this machine can see it; use --auth-env or --auth-file.']),
    ...(secrets.length > 0 && protocol === 'http:' && !loopback.test(hostname)
      ? [`the credential travels over plain http to ${hostname}, where anyone on the way can read it; use https.`]
      : []),
  ]
}

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

async function tokenOf(flags: CredentialFlags, env: Io['env']): Promise<string | undefined> {
  if (flags.auth !== undefined) return flags.auth
  if (flags.authFile !== undefined) return readSecretFile(flags.authFile)
  if (flags.authEnv !== undefined) return variable(flags.authEnv, '--auth-env', env)
  return env.ADCP_AUTH_TOKEN || undefined
}

function named(pair: string, flag: string, env: Io['env']): readonly [string, string] {
  const [, name, variableName] = /^([^=:\s]+)=(\w+)$/.exec(pair) ?? []
  // The text is not repeated: a secret may have been typed where a variable should be named.
  if (!name || !variableName)
    throw new UsageError(`${flag} needs NAME=VARIABLE, the variable being one of the environment`)
  return [name, variable(variableName, flag, env)]
}

function variable(name: string, flag: string, env: Io['env']): string {
  const value = env[name]
  if (value) return value
  throw new UsageError(`the environment variable ${name} that ${flag} names is not set. Set it, or name another one`)
}
