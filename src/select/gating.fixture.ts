import type { AgentProfile } from '../model/agent-profile.ts'
import type { Storyboard } from '../model/storyboard.ts'
import type { LoadedBoard } from '../model/suite.ts'
import type { Gating } from './gate.ts'
import { offersOf } from './offers.ts'

/** A governance agent with a valid capability reply that says nothing, unless told otherwise. */
export function agentWith(more: Partial<AgentProfile> = {}): AgentProfile {
  return {
    url: 'http://agent.test/mcp',
    protocol: 'mcp',
    tools: ['sync_plans', 'get_products'],
    capabilities: {},
    supportedProtocols: ['governance'],
    specialisms: [],
    experimentalFeatures: [],
    ...more,
  }
}

/** The protocols of some tasks, as the official manifest has them. */
const protocols: Readonly<Record<string, string>> = {
  sync_plans: 'governance',
  check_governance: 'governance',
  create_media_buy: 'media-buy',
  get_products: 'media-buy',
  list_creatives: 'creative',
  create_property_list: 'property',
  list_accounts: 'account',
  comply_test_controller: 'compliance',
  get_task_status: 'protocol',
}

export function gatingOf(agent: AgentProfile, { release = '3.0.6', offers = offersOf() } = {}): Gating {
  const task = (name: string) => {
    const protocol = protocols[name]
    return protocol === undefined ? undefined : { protocol, mutating: false, requiresIdempotencyKey: false }
  }
  return { agent, schemas: { release, task }, offers }
}

export function boardOf(value: Partial<Storyboard>, more: Partial<LoadedBoard> = {}): LoadedBoard {
  const storyboard: Storyboard = { id: 'b', phases: [{ id: 'p', steps: [] }], ...value }
  const source = { value: storyboard, file: 'b.yaml', locate: () => ({ line: 1, column: 1 }) }
  return { source, kit: undefined, ...more }
}
