import type { Command } from 'commander'
import type { Environment } from '../config/environment.ts'
import type { AuthConfig, Config } from '../model/config.ts'
import type { Located } from '../model/located.ts'
import type { Settled } from './settle-flags.ts'

/** What no option can say: who is tested, and how the configuration file and ADCP_AUTH_TOKEN let us in, in words that hold no secret. */
export function writtenSettings(
  command: Command,
  env: Environment,
  file: Located<Config> | undefined,
): readonly Settled[] {
  return [agentOf(command, file), ...(file ? credentialsIn(file) : []), tokenOf(env)]
}

function agentOf(command: Command, file: Located<Config> | undefined): Settled {
  const [word] = command.args
  if (word !== undefined) return { name: 'agent tested', value: withoutQuery(word), from: 'flag' }
  const configured = file?.value.agent
  if (file && configured !== undefined)
    return { name: 'agent tested', value: withoutQuery(configured), from: place(file, ['agent']) }
  return { name: 'agent tested', value: undefined, from: 'default' }
}

function credentialsIn(file: Located<Config>): readonly Settled[] {
  const { auth, principals, agents = {} } = file.value
  const members = Object.entries(agents).flatMap(([key, agent]): readonly Settled[] => [
    { name: `agents.${key}`, value: withoutQuery(agent.url), from: place(file, ['agents', key]) },
    ...section(agent.auth, agent.principals, ['agents', key], file),
  ])
  return [...section(auth, principals, [], file), ...members]
}

function section(
  auth: AuthConfig | undefined,
  principals: Config['principals'],
  path: readonly string[],
  file: Located<Config>,
): readonly Settled[] {
  const named = Object.entries(principals ?? {}).map(([name, one]) => ['principals', name, one] as const)
  return [
    ...(auth ? [settled([...path, 'auth'], auth, file)] : []),
    ...named.map(([key, name, one]) => settled([...path, key, name], one, file)),
  ]
}

function settled(path: readonly string[], auth: AuthConfig, file: Located<Config>): Settled {
  return { name: path.join('.'), value: inWords(auth), from: place(file, path) }
}

function inWords({ bearer, basic, api_key: key, oauth, headers_env: headers }: AuthConfig): string {
  const ways = [
    bearer && `bearer, ${whence(bearer.env, bearer.file)}`,
    basic && `basic, ${whence(basic.password_env, basic.password_file)}`,
    key && `api key in ${key.header}, ${whence(key.env, key.file)}`,
    oauth && `oauth client, ${whence(oauth.client_secret_env, oauth.client_secret_file)}`,
    headers && `headers ${Object.keys(headers).join(', ')}`,
  ].filter((way) => way !== undefined)
  return ways.length === 0 ? 'no credentials' : ways.join('; ')
}

function whence(variable: string | undefined, file: string | undefined): string {
  return variable === undefined ? `secret in the file ${file}` : `secret in the variable ${variable}`
}

function tokenOf(env: Environment): Settled {
  return {
    name: 'token',
    value: env.ADCP_AUTH_TOKEN ? '***' : undefined,
    from: env.ADCP_AUTH_TOKEN ? 'ADCP_AUTH_TOKEN' : 'default',
  }
}

function place({ file, locate }: Located<Config>, path: readonly string[]): string {
  return `${file}:${locate(path).line}`
}

/** What stands behind the question mark may be a key. */
function withoutQuery(text: string): string {
  return text.replace(/\?.*$/, '?***')
}
