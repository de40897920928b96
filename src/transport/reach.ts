import type { AgentProfile } from '../model/agent-profile.ts'
import type { Transport } from '../model/exchange.ts'
import type { SchemaSet } from '../model/schema-set.ts'
import { openA2a } from './a2a.ts'
import { type Detected, detectProtocol } from './detect.ts'
import { Goodbyes } from './goodbyes.ts'
import { openMcp } from './mcp.ts'
import type { McpOptions } from './mcp-line.ts'
import { openOfficial } from './official/line.ts'
import { secondOpinion } from './official/second-opinion.ts'
import { probe, probeA2a } from './probe.ts'

export interface ReachOptions {
  /** 'auto', which is the default, asks the agent once. */
  readonly protocol?: 'mcp' | 'a2a' | 'auto'
  /** Who makes the calls after first contact; 'own' when absent. */
  readonly client?: 'own' | 'official'
  /** Asks the official client what it makes of each reply. */
  readonly compareClients?: boolean
}

/** How the lines of a run to one agent are opened: over which protocol, and by which client. */
export interface Reach {
  /** First contact. @throws AgentUnavailable */
  probe(options: McpOptions, schemas: SchemaSet): Promise<AgentProfile>
  open(options: McpOptions): Promise<Transport>
}

/** One for each agent of a run. */
export function reachBy({ protocol = 'auto', client = 'own', compareClients = false }: ReachOptions): Reach {
  const goodbyes = new Goodbyes()
  const opinions = compareClients && client === 'own' ? { secondOpinion } : {}
  let detected: Promise<Detected> | undefined
  const protocolOf = async (options: McpOptions) => {
    if (protocol !== 'auto') return protocol
    detected ??= detectProtocol({ ...options, goodbyes })
    return (await detected).protocol
  }
  return {
    async probe(options, schemas) {
      const contact = (await protocolOf(options)) === 'a2a' ? probeA2a : probe
      const profile = await contact({ ...options, goodbyes }, schemas)
      const found = await detected
      return found ? { ...profile, protocolBecause: found.because } : profile
    },
    async open(options) {
      const spoken = await protocolOf(options)
      if (client === 'official') return openOfficial(options, spoken)
      const open = spoken === 'a2a' ? openA2a : openMcp
      return await open({ ...options, ...opinions, goodbyes })
    },
  }
}
