import { fetchPublishedKeys } from '../keys/fetch-published-keys.ts'
import type { KeyQuestion } from '../keys/places.ts'
import { toolVersion } from '../load/tool-version.ts'
import type { AgentProfile } from '../model/agent-profile.ts'
import type { Transport } from '../model/exchange.ts'
import type { PublishedKeys } from '../model/published-keys.ts'
import type { SchemaSet } from '../model/schema-set.ts'
import type { Speaker } from '../model/speaker.ts'
import { reachBy } from '../transport/index.ts'
import { type Identity, identityOf, spellings } from './identity.ts'
import type { AgentOptions, RunOptions } from './options.ts'
import { type PlainConnection, plainConnection } from './plain-connection.ts'

/** How a run reaches its agent. */
export interface Connection {
  readonly url: string
  /** Named principals that have credentials of their own. */
  readonly principals: ReadonlySet<string>
  /** The token of a named principal, where it is given as such. */
  tokenOf?(principal: string): string | undefined
  /** What must not appear in a report; grows as tokens are obtained. */
  readonly secrets: readonly string[]
  /** First contact. @throws AgentUnavailable */
  probe(schemas: SchemaSet, signal: AbortSignal): Promise<AgentProfile>
  /** A session of its own for whoever speaks. @throws AgentUnavailable when no token can be had */
  open(speaker: Speaker, signal: AbortSignal): Promise<Transport>
  /** What the agent publishes beside its tasks: keys, revocations, brand. Never rejects. */
  keys(question: Omit<KeyQuestion, 'agentUrl' | 'trust'>, signal: AbortSignal): Promise<PublishedKeys>
  /** Plain HTTP beside the protocol; absent where there is no network. */
  readonly plain?: PlainConnection
  /** In a run against several: all agents by key. What stands above is then the default one's. */
  readonly agents?: ReadonlyMap<string, Connection>
  /** Key of the agent that takes the steps nobody else claims. */
  readonly defaultAgent?: string
}

/**
 * Over the network. Everyone's token is asked for at first contact, so that a wrong secret is told before anything is sent.
 * @throws UsageError when credentials cannot be sent as they are
 */
export function agentConnection(
  options: AgentOptions & Pick<RunOptions, 'limits' | 'clock' | 'client' | 'compareClients'>,
): Connection {
  const { url, credentials, limits, clock, trust } = options
  const { principals = {}, ...own } = credentials
  const main = identityOf(own, url, clock)
  const named = new Map(Object.entries(principals).map(([name, one]) => [name, identityOf(one, url, clock)]))
  const everyone = [main, ...named.values()]
  const seen = new Set<string>()
  const reach = reachBy(options)
  const common = {
    url,
    limits: { callTimeoutMs: Math.min(limits.callTimeoutMs, limits.stepTimeoutMs), maxBodyBytes: limits.maxBodyBytes },
    clock,
    clientInfo: { name: 'adcp-gov-comply', version: toolVersion() },
    ...(trust !== undefined && { trust }),
  }
  return {
    url,
    principals: new Set(named.keys()),
    tokenOf: (principal) => principals[principal]?.token,
    get secrets() {
      const held = everyone.flatMap(({ secrets, source }) => [...secrets, ...(source?.secrets ?? [])])
      return [...new URL(url).searchParams.values(), ...held, ...seen]
    },
    async probe(schemas, signal) {
      await Promise.all(everyone.map(({ source }) => source?.obtain(signal)))
      return reach.probe({ ...common, signal, ...letIn(main) }, schemas)
    },
    async open({ principal, headers }, signal) {
      for (const value of Object.values(headers ?? {}).flatMap(spellings)) seen.add(value)
      if (headers) return reach.open({ ...common, signal, headers })
      const who = named.get(principal) ?? main
      await who.source?.obtain(signal)
      return reach.open({ ...common, signal, ...letIn(who) })
    },
    keys: (question, signal) =>
      fetchPublishedKeys({ ...question, agentUrl: url, ...(trust !== undefined && { trust }) }, clock, signal),
    plain: plainConnection(url, main),
  }
}

function letIn({ headers, source }: Identity) {
  return { headers, ...(source && { authorization: source }) }
}
