import { join } from 'node:path'
import type { RunCredentials } from '../auth/agent-credentials.ts'
import { loadAliases } from '../load/alias-file.ts'
import type { AgentConfig, AuthConfig, Config } from '../model/config.ts'
import type { JsonObject } from '../model/json.ts'
import type { Located } from '../model/located.ts'
import type { Environment } from './environment.ts'
import { readAuth } from './read-auth.ts'
import { type SavedAgent, savedAgent } from './saved-agent.ts'

export interface KnownAgent extends Omit<SavedAgent, 'credentials'> {
  /** Undefined when nothing is said of how to be let in; `{}` when it is said that nothing is needed. */
  readonly login?: RunCredentials
  readonly principals: Readonly<Record<string, RunCredentials>>
}

/** The agents that people can call by a name: those of the configuration file, and those that the official command line saved. */
export class KnownAgents {
  readonly #file: Located<Config> | undefined
  readonly #env: Environment
  readonly #clock: { now(): number }

  constructor(file: Located<Config> | undefined, env: Environment, clock: { now(): number }) {
    this.#file = file
    this.#env = env
    this.#clock = clock
  }

  /** Keys of the agents in the configuration file, in its order. */
  get keys(): readonly string[] {
    return Object.keys(this.#file?.value.agents ?? {})
  }

  async names(): Promise<readonly string[]> {
    return [...this.keys, ...Object.keys(await this.#aliases())]
  }

  /** @throws UsageError when a variable or file that the agent's entry names is not there */
  async named(name: string): Promise<KnownAgent | undefined> {
    const agents = this.#file?.value.agents ?? {}
    const own = Object.hasOwn(agents, name) ? agents[name] : undefined
    if (own) return this.#fromFile(own, ['agents', name])
    const saved = await this.#aliases()
    return Object.hasOwn(saved, name) ? this.#fromAlias(name, saved[name] ?? {}) : undefined
  }

  /** What the configuration file says at its top, of whichever agent is tested. */
  async common(): Promise<Pick<KnownAgent, 'login' | 'principals'>> {
    const { auth, principals } = this.#file?.value ?? {}
    return this.#credentials({ auth, principals }, [])
  }

  async #fromFile(agent: AgentConfig, path: readonly string[]): Promise<KnownAgent> {
    const { url, protocol } = agent
    return { url, ...(protocol && { protocol }), ...(await this.#credentials(agent, path)) }
  }

  async #credentials(
    {
      auth,
      principals = {},
    }: { readonly auth?: AuthConfig | undefined; readonly principals?: AgentConfig['principals'] | undefined },
    path: readonly string[],
  ): Promise<Pick<KnownAgent, 'login' | 'principals'>> {
    const read = await Promise.all(
      Object.entries(principals).map(
        async ([name, one]) => [name, await this.#read(one, [...path, 'principals', name])] as const,
      ),
    )
    return { ...(auth && { login: await this.#read(auth, [...path, 'auth']) }), principals: Object.fromEntries(read) }
  }

  #read(auth: AuthConfig, path: readonly string[]) {
    if (!this.#file) throw new Error('credentials of a configuration file that is not there')
    return readAuth(auth, path, this.#file, this.#env)
  }

  #fromAlias(alias: string, saved: JsonObject): KnownAgent {
    const setting = { alias, file: this.#aliasFile(), env: this.#env, clock: this.#clock }
    const { credentials, ...agent } = savedAgent(saved, setting)
    const isLetIn = Object.keys(credentials).length > 0
    return { ...agent, ...(isLetIn && { login: credentials }), principals: {} }
  }

  #aliases(): Promise<Readonly<Record<string, JsonObject>>> {
    return loadAliases(this.#aliasFile())
  }

  #aliasFile(): string {
    return join(this.#env.HOME ?? this.#env.USERPROFILE ?? '.', '.adcp', 'config.json')
  }
}
