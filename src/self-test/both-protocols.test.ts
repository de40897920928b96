import { beforeAll, expect, it } from 'vitest'
import type { RunReport } from '../model/run-report.ts'
import { faults } from '../reference/faults/index.ts'
import type { Prepared } from '../run/run-prepared.ts'
import { prepare } from '../run.ts'
import { failuresOf } from '../suite.fixture.ts'
import { generateGovernanceKeys } from '../token/keys.ts'
import { agentWith, runOver } from './agents.ts'
import { overLoopback } from './loopback.ts'

let prepared: Prepared
beforeAll(async () => {
  prepared = await prepare('3.0', { kind: 'profile', id: 'governance-agent@3.0' })
}, 60_000)

async function reportOver(protocol: 'mcp' | 'a2a', faultId?: string): Promise<RunReport> {
  const fault = faults.find(({ id }) => id === faultId)
  expect(fault?.id).toBe(faultId)
  const agent = agentWith(prepared, await generateGovernanceKeys('k'), fault)
  return await overLoopback(agent, {}, (connection) => runOver(connection, prepared, agent.clock), protocol)
}

it('the reference agent is conformant over both protocols, by the same validations', { timeout: 60_000 }, async () => {
  const [mcp, a2a] = [await reportOver('mcp'), await reportOver('a2a')]
  expect([failuresOf(mcp), failuresOf(a2a)]).toEqual([[], []])
  expect([mcp.verdict.status, a2a.verdict.status]).toEqual(['conformant', 'conformant'])
  expect(a2a.counts.validations).toEqual(mcp.counts.validations)
  expect(a2a.counts.steps).toEqual(mcp.counts.steps)
  expect([mcp.target.protocol, a2a.target.protocol]).toEqual(['mcp', 'a2a'])
  expect(a2a.agent?.tools).toEqual(mcp.agent?.tools)
})

it.each(['approves-over-budget', 'drops-context-on-error', 'logs-no-plan-hash', 'issues-opaque-tokens'])(
  '%s is caught over A2A by what catches it over MCP',
  { timeout: 60_000 },
  async (id) => {
    const [mcp, a2a] = [await reportOver('mcp', id), await reportOver('a2a', id)]
    expect(a2a.verdict.status).toBe('nonconformant')
    expect(failuresOf(a2a)).toEqual(failuresOf(mcp))
  },
)
