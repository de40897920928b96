import { isJsonObject, type JsonObject } from '../model/json.ts'
import type { RunReport } from '../model/run-report.ts'
import type { Fault } from '../reference/faults/fault.ts'
import { createGovernanceAgent, type GovernanceAgent } from '../reference/governance-agent/agent.ts'
import { type AgentClock, skippingClock } from '../reference/governance-agent/agent-clock.ts'
import { type AgentParts, conformantParts } from '../reference/governance-agent/parts.ts'
import { staffed } from '../reference/staffed.ts'
import type { Connection } from '../run/connection.ts'
import { defaultLimits } from '../run/options.ts'
import { type Prepared, runPrepared } from '../run/run-prepared.ts'
import type { GovernanceKeys } from '../token/keys.ts'
import { inProcess } from './in-process.ts'

/** A reference agent in memory, with one fault or none. */
export function agentWith(prepared: Prepared, keys: GovernanceKeys, fault?: Fault): GovernanceAgent {
  return agentOf(prepared, keys, fault ? fault.break(conformantParts) : conformantParts)
}

/** A reference agent in memory, made of these parts, and set up for the test kits of what is prepared. */
export function agentOf(
  prepared: Prepared,
  keys: GovernanceKeys,
  parts: AgentParts,
  clock: AgentClock = skippingClock(Date.now),
): GovernanceAgent {
  let made = 0
  const agent = createGovernanceAgent({
    clock,
    ids: { next: (prefix) => `${prefix}_${++made}` },
    keys,
    issuer: 'https://governance.self-test.example/mcp',
    adcp: prepared.adcp,
    schemas: prepared.schemas,
    parts,
  })
  return staffed(agent, governanceKits(prepared))
}

/** The governance sections of the kits in use, those of the first storyboard first. */
function governanceKits({ scope }: Prepared): readonly JsonObject[] {
  const sections = scope.boards.map(({ kit }) => kit?.value.governance)
  return [...new Set(sections)].filter(isJsonObject)
}

/** Runs whatever is prepared against an agent in this process, by the agent's own clock. */
export function runAgainst(agent: GovernanceAgent, prepared: Prepared): Promise<RunReport> {
  return runOver(inProcess(agent, agent.clock), prepared, agent.clock)
}

/** Runs whatever is prepared over a connection. */
export function runOver(connection: Connection, prepared: Prepared, clock: { now(): number }): Promise<RunReport> {
  let made = 0
  const ids = { uuid: () => crypto.randomUUID(), opaque: () => `own_${++made}` }
  return runPrepared(connection, prepared, { dates: 'shift', limits: defaultLimits, clock, ids })
}
