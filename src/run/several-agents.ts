import { UsageError } from '../errors.ts'
import { didYouMean } from '../load/did-you-mean.ts'
import { agentConnection, type Connection } from './connection.ts'
import type { RunOptions } from './options.ts'

/**
 * The connection of a run: to one agent, or to several with the default one (else the first) in front.
 * @throws UsageError when there is no agent of the default's name, or credentials cannot be sent
 */
export function connectionOf(options: RunOptions): Connection {
  const { agents = {}, defaultAgent } = options
  const keys = Object.keys(agents)
  if (keys.length === 0) return agentConnection(options)
  if (defaultAgent !== undefined && !keys.includes(defaultAgent))
    throw new UsageError(
      `there is no agent "${defaultAgent}"; the agents are ${keys.join(', ')}${didYouMean(defaultAgent, keys)}`,
    )
  const byKey = new Map(Object.entries(agents).map(([key, agent]) => [key, agentConnection({ ...options, ...agent })]))
  return among(byKey, defaultAgent)
}

/** One connection for several agents; whoever speaks says to which. */
export function among(byKey: ReadonlyMap<string, Connection>, defaultAgent?: string): Connection {
  const [front] = defaultAgent === undefined ? byKey.values() : [byKey.get(defaultAgent)]
  if (!front) throw new Error(`no connection for the agent "${defaultAgent}"`)
  const all = [...byKey.values()]
  return {
    url: front.url,
    principals: new Set(all.flatMap(({ principals }) => [...principals])),
    get secrets() {
      return [...new Set(all.flatMap(({ secrets }) => secrets))]
    },
    probe: (schemas, signal) => front.probe(schemas, signal),
    open: (speaker, signal) => agentOf(byKey, speaker.agent, front).open(speaker, signal),
    keys: (question, signal) => front.keys(question, signal),
    ...(front.plain && { plain: front.plain }),
    agents: byKey,
    ...(defaultAgent !== undefined && { defaultAgent }),
  }
}

function agentOf(byKey: ReadonlyMap<string, Connection>, key: string | undefined, front: Connection): Connection {
  const found = key === undefined ? front : byKey.get(key)
  if (!found) throw new Error(`a step was routed to the agent "${key}", which this run does not have`)
  return found
}
