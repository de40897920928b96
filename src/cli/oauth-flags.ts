import { type Command, Option } from 'commander'
import type { OAuthClient } from '../auth/oauth-client.ts'
import type { Environment } from '../config/environment.ts'
import { UsageError } from '../errors.ts'
import { readSecretFile } from '../load/secret-file.ts'
import { variable } from './variable.ts'

export interface OAuthFlags {
  readonly oauthClientId?: string
  readonly oauthClientSecretEnv?: string
  readonly oauthClientSecretFile?: string
  readonly oauthTokenUrl?: string
  readonly oauthScope?: string
  readonly oauthResource?: string
  readonly oauthAudience?: string
  readonly oauthClientAuth?: 'basic' | 'post'
}

/** Adds the options of a run as an OAuth client. */
export function addOAuthOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--oauth-client-id <id>', 'ask for a token as this OAuth client (client credentials)').conflicts([
        'auth',
        'authEnv',
        'authFile',
        'basicEnv',
      ]),
    )
    .option('--oauth-client-secret-env <name>', 'the variable that holds its secret')
    .addOption(
      new Option('--oauth-client-secret-file <file>', 'the file that holds its secret').conflicts(
        'oauthClientSecretEnv',
      ),
    )
    .option('--oauth-token-url <url>', "where to ask for the token (default: found out from the agent's metadata)")
    .option('--oauth-scope <scope>', 'the scope to ask for')
    .option('--oauth-resource <uri>', 'the resource to ask for (RFC 8707)')
    .option('--oauth-audience <text>', 'the audience to ask for')
    .addOption(new Option('--oauth-client-auth <how>', 'how the client shows who it is').choices(['basic', 'post']))
}

/**
 * The OAuth client that the flags speak of; undefined when they speak of none.
 * @throws UsageError that names the flag that is missing, or the variable or file that is not there
 */
export async function oauthClient(flags: OAuthFlags, env: Environment): Promise<OAuthClient | undefined> {
  const { oauthClientId: clientId, oauthTokenUrl: tokenUrl, oauthScope: scope, oauthAudience: audience } = flags
  if (clientId === undefined) return requireNone(flags)
  if (tokenUrl !== undefined) requireHttp(tokenUrl)
  return {
    clientId,
    clientSecret: await secretOf(flags, env),
    ...(tokenUrl !== undefined && { tokenUrl }),
    ...(scope !== undefined && { scope }),
    ...(flags.oauthResource !== undefined && { resource: [flags.oauthResource] }),
    ...(audience !== undefined && { audience }),
    ...(flags.oauthClientAuth !== undefined && { clientAuth: flags.oauthClientAuth }),
  }
}

function requireNone(flags: OAuthFlags): undefined {
  const given = Object.entries(flags).some(([name, value]) => name.startsWith('oauth') && value !== undefined)
  if (given) throw new UsageError('the --oauth options need --oauth-client-id as well')
}

async function secretOf(flags: OAuthFlags, env: Environment): Promise<string> {
  const { oauthClientSecretEnv: name, oauthClientSecretFile: file } = flags
  if (name !== undefined) return variable(name, '--oauth-client-secret-env', env)
  if (file !== undefined) return readSecretFile(file)
  throw new UsageError('--oauth-client-id needs --oauth-client-secret-env or --oauth-client-secret-file')
}

function requireHttp(text: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password) return
  throw new UsageError(
    '--oauth-token-url must be a whole URL without credentials in it, like https://auth.example/token',
  )
}
