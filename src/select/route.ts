import type { AgentProfile } from '../model/agent-profile.ts'
import type { Step, Storyboard } from '../model/storyboard.ts'
import { asId } from './claims.ts'

/** The agents of a run by key, and who takes what nobody claims. */
export interface Topology {
  readonly agents: ReadonlyMap<string, AgentProfile>
  readonly defaultAgent?: string
}

export type Route =
  | { readonly status: 'routed'; readonly agent: string }
  | {
      readonly status: 'unrouted'
      readonly mode: 'unrouted_step' | 'default_agent_unresolved'
      readonly detail: string
    }

/**
 * Which agent takes a step, in a run against several: the one that the step names, the only one that claims the protocol of the task
 * (in the manifest's spelling), the storyboard's default, the run's default. Source: storyboard-schema, default_agent, resolution order.
 */
export function routeStep(
  { step, protocol }: { readonly step: Step; readonly protocol: string | undefined },
  board: Storyboard,
  { agents, defaultAgent }: Topology,
): Route {
  if (step.agent !== undefined)
    return toKey(step.agent, agents, 'unrouted_step', `the step names the agent "${step.agent}"`)
  const claimants = [...agents].filter(([, agent]) => claims(agent, protocol)).map(([key]) => key)
  const [only, another] = claimants
  if (another !== undefined)
    return unrouted('unrouted_step', `${claimants.join(' and ')} both claim ${protocol}, and the step names neither`)
  if (only !== undefined) return { status: 'routed', agent: only }
  const named = board.default_agent ?? defaultAgent
  if (named === undefined) return unrouted('unrouted_step', 'no agent claims the task, and there is no default agent')
  return toKey(named, agents, 'default_agent_unresolved', `the default agent is "${named}"`)
}

function claims({ supportedProtocols }: AgentProfile, protocol: string | undefined): boolean {
  return protocol !== undefined && supportedProtocols.map(asId).includes(protocol)
}

type Unrouted = Extract<Route, { status: 'unrouted' }>

function toKey(key: string, agents: ReadonlyMap<string, AgentProfile>, mode: Unrouted['mode'], named: string): Route {
  if (agents.has(key)) return { status: 'routed', agent: key }
  return unrouted(mode, `${named}, and this run has ${[...agents.keys()].join(', ')}`)
}

function unrouted(mode: Unrouted['mode'], detail: string): Unrouted {
  return { status: 'unrouted', mode, detail }
}
