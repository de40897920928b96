import { expect, it } from 'vitest'
import type { AgentProfile } from '../model/agent-profile.ts'
import type { JsonObject } from '../model/json.ts'
import type { Storyboard } from '../model/storyboard.ts'
import { capabilityGate } from './capability-gate.ts'

const board = {
  id: 'b',
  phases: [],
  requires_capability: { path: 'adcp.idempotency.supported', equals: true },
} as Storyboard

function agent(capabilities?: JsonObject): AgentProfile {
  const claims = { supportedProtocols: [], specialisms: [], experimentalFeatures: [] }
  return {
    url: 'http://a.example/mcp',
    protocol: 'mcp',
    tools: [],
    ...claims,
    ...(capabilities ? { capabilities } : {}),
  }
}

it('does not apply to an agent that declares another value, and says where', () => {
  expect(capabilityGate(board, agent({ adcp: { idempotency: { supported: false } } }))).toEqual({
    status: 'not_applicable',
    reason: 'unsatisfied_contract',
    detail: 'the agent declares adcp.idempotency.supported as false; the storyboard is for agents with true',
    evidence: { pointer: '/adcp/idempotency/supported', value: false },
  })
})

it.each([
  ['declares the value', agent({ adcp: { idempotency: { supported: true } } })],
  ['declares nothing', agent({ adcp: {} })],
  ['declares null', agent({ adcp: { idempotency: { supported: null } } })],
  ['gave no valid capabilities', agent()],
])('runs when the agent %s', (_, profile) => {
  expect(capabilityGate(board, profile)).toBeUndefined()
})
