import type { RunCredentials } from '../auth/agent-credentials.ts'
import type { KnownAgent, KnownAgents } from '../config/known-agents.ts'
import { UsageError } from '../errors.ts'
import type { AgentOptions, RunOptions } from '../run.ts'
import { agentNamed } from './agent-named.ts'
import type { FlagCredentials } from './credentials.ts'
import type { RunFlags } from './run-flags.ts'
import type { TargetFlags } from './target-flags.ts'

/** Whom a run is against, and how it is let in. */
export type Target = Pick<RunOptions, 'url' | 'protocol' | 'credentials' | 'agents' | 'defaultAgent'>

export interface TargetSetting {
  /** What was typed in the place of the agent. */
  readonly word: string | undefined
  /** What the configuration file names as the agent. */
  readonly configured: string | undefined
  readonly flags: TargetFlags & Pick<RunFlags, 'protocol'>
  readonly given: FlagCredentials
  /** The token for whoever says nothing else (ADCP_AUTH_TOKEN). */
  readonly fallback: string | undefined
  readonly known: KnownAgents
  /** Names of commands, for whoever mistyped one. */
  readonly commands: readonly string[]
  warn(sentence: string): void
}

/**
 * Finds the agent or agents of a run. A URL always wins over a name; several agents are tested when --agent names them, or
 * when the configuration file lists some and none is named.
 * @throws UsageError that says what was not understood and what is near it
 */
export async function findTarget(setting: TargetSetting): Promise<Target> {
  const { word, flags, configured, known } = setting
  if (word !== undefined && flags.agent)
    throw new UsageError('give either one agent, or several with --agent, not both')
  if (word === undefined && flags.agent) return several(await typedAgents(setting), setting)
  const named = word ?? configured
  if (named !== undefined) return one(named, setting)
  if (known.keys.length > 0) return several(await allOf(known.keys, setting), setting)
  throw new UsageError(
    'no agent is named. Give its URL, an alias of the official command line, --agent key=url, or "agent:" in adcp-gov-comply.yaml',
  )
}

async function one(name: string, setting: TargetSetting): Promise<Target> {
  const { flags, known, word, configured } = setting
  if (flags.defaultAgent !== undefined && known.keys.length === 0)
    throw new UsageError('--default-agent is for a run against several agents: name them with --agent')
  const agent = await agentNamed(name, setting.known, setting.commands)
  const common = await known.common()
  const isForIt = await speaksOf(configured, agent.url, word, setting)
  return optionsOf(agent, isForIt ? common : { principals: {} }, setting)
}

/** Credentials at the top of a configuration file are for the agent that it names, if it names one. */
async function speaksOf(
  configured: string | undefined,
  url: string,
  word: string | undefined,
  setting: TargetSetting,
): Promise<boolean> {
  if (configured === undefined || word === undefined || word === configured) return true
  const meant = await agentNamed(configured, setting.known, setting.commands)
  if (sameOrigin(meant.url, url)) return true
  setting.warn(
    `the credentials at the top of the configuration file are for ${hostOf(meant.url)}; ${hostOf(url)} gets none of them.`,
  )
  return false
}

async function several(agents: ReadonlyMap<string, KnownAgent>, setting: TargetSetting): Promise<Target> {
  const { flags, known } = setting
  const { defaultAgent = '' } = flags
  const frontKey = agents.has(defaultAgent) ? defaultAgent : ([...agents.keys()][0] ?? '')
  const front = agents.get(frontKey)
  if (!front) throw new UsageError('no agent is named')
  const common = await known.common()
  const members = new Map([...agents].map(([key, agent]) => [key, memberOf(key, agent, front, common, setting)]))
  return {
    ...memberOf(frontKey, front, front, common, setting),
    agents: Object.fromEntries(members),
    ...(flags.defaultAgent !== undefined && { defaultAgent: flags.defaultAgent }),
  }
}

type Common = Pick<KnownAgent, 'login' | 'principals'>

/** The credentials of the run go to the agent in front and to its neighbours on the same site, and nowhere else. */
function memberOf(
  key: string,
  agent: KnownAgent,
  front: KnownAgent,
  common: Common,
  setting: TargetSetting,
): AgentOptions {
  const own = setting.given.principals[key]
  if (own) return optionsOf({ ...agent, login: own }, { principals: {} }, setting)
  if (sameOrigin(agent.url, front.url)) return optionsOf(agent, common, setting)
  if (agent.login === undefined)
    setting.warn(
      `the agent ${key} has no credentials of its own, and those of the run are not sent to ${hostOf(agent.url)}: give it some with --principal ${key}=VARIABLE.`,
    )
  return {
    url: agent.url,
    ...protocolOf(agent, setting),
    credentials: withPrincipals(agent.login ?? {}, agent.principals),
  }
}

/** What is typed wins over what stands with the agent, that over what stands at the top of the file, and that over ADCP_AUTH_TOKEN. */
function optionsOf(agent: KnownAgent, common: Common, setting: TargetSetting): AgentOptions {
  const { given, fallback } = setting
  const login = given.login ?? agent.login ?? common.login ?? (fallback === undefined ? {} : { token: fallback })
  const headers = { ...login.headers, ...given.headers }
  const principals = { ...common.principals, ...agent.principals, ...given.principals }
  return {
    url: agent.url,
    ...protocolOf(agent, setting),
    credentials: withPrincipals({ ...login, ...(Object.keys(headers).length > 0 && { headers }) }, principals),
  }
}

function withPrincipals(login: RunCredentials, principals: RunCredentials['principals'] = {}): RunCredentials {
  return Object.keys(principals).length === 0 ? login : { ...login, principals }
}

function protocolOf({ protocol }: KnownAgent, { flags }: TargetSetting): Pick<AgentOptions, 'protocol'> {
  const said = flags.protocol === 'auto' ? protocol : flags.protocol
  return said === undefined ? {} : { protocol: said }
}

async function allOf(keys: readonly string[], setting: TargetSetting): Promise<Map<string, KnownAgent>> {
  const found = keys.map(async (key) => [key, await agentNamed(key, setting.known, setting.commands)] as const)
  return new Map(await Promise.all(found))
}

/** Those of the configuration file, with what was typed in the place of theirs. */
async function typedAgents(setting: TargetSetting): Promise<Map<string, KnownAgent>> {
  const agents = await allOf(setting.known.keys, setting)
  for (const text of setting.flags.agent ?? []) {
    const [, key, name] = /^([^=/:\s]+)=(\S+)$/.exec(text) ?? []
    if (!key || !name) throw new UsageError('--agent needs key=url, such as sales=https://sales.example/mcp')
    const typed = await agentNamed(name, setting.known, setting.commands)
    const before = agents.get(key)
    agents.set(key, before && sameOrigin(before.url, typed.url) ? { ...before, url: typed.url } : typed)
  }
  return agents
}

function sameOrigin(one: string, other: string): boolean {
  return new URL(one).origin === new URL(other).origin
}

function hostOf(url: string): string {
  return new URL(url).host
}
