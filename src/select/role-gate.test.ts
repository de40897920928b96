import { expect, it } from 'vitest'
import type { AgentProfile } from '../model/agent-profile.ts'
import type { Storyboard } from '../model/storyboard.ts'
import { roleGate } from './role-gate.ts'

const board: Storyboard = { id: 'b', agent: { interaction_model: 'governance_agent' }, phases: [] }

function agent(more: Partial<AgentProfile>): AgentProfile {
  return {
    url: 'http://agent.test',
    protocol: 'mcp',
    tools: [],
    capabilities: { adcp: {} },
    supportedProtocols: [],
    specialisms: [],
    experimentalFeatures: [],
    ...more,
  }
}

it.each<Partial<AgentProfile>>([
  { supportedProtocols: ['media_buy', 'governance'] },
  { experimentalFeatures: ['governance.campaign'] },
  { specialisms: ['governance-spend-authority'] },
  { specialisms: ['governance-delivery-monitor'] },
])('lets a storyboard for governance agents run against an agent that claims %j', (claim) => {
  expect(roleGate(board, agent(claim))).toBeUndefined()
})

it('proves from the capability reply that the storyboard does not apply', () => {
  const other = agent({ supportedProtocols: ['media_buy'], specialisms: ['governance-aware-seller'] })
  expect(roleGate(board, other)).toEqual({
    status: 'not_applicable',
    reason: 'not_applicable',
    detail:
      'the agent does not claim the governance protocol: supported_protocols [media_buy], specialisms [governance-aware-seller]',
    evidence: { pointer: '/supported_protocols', value: ['media_buy'] },
  })
})

it('proves nothing without a valid capability reply', () => {
  const { capabilities: _none, ...silent } = agent({})
  expect(roleGate(board, silent)).toBeUndefined()
})

it.each<Storyboard>([
  { id: 'b', phases: [] },
  { id: 'b', agent: {}, phases: [] },
  { id: 'b', agent: { interaction_model: 'media_buy_seller' }, phases: [] },
])('holds for storyboards for governance agents only: %j', (other) => {
  expect(roleGate(other, agent({}))).toBeUndefined()
})

const sellers: Storyboard = { id: 's', agent: { interaction_model: 'governed_seller' }, phases: [] }
const feature = { experimentalFeatures: ['governance.campaign'] }

it.each<Partial<AgentProfile>>([
  { specialisms: ['governance-aware-seller'] },
  { supportedProtocols: ['media_buy'], ...feature },
])('lets a storyboard for governed sellers run against an agent that claims %j', (claim) => {
  expect(roleGate(sellers, agent(claim))).toBeUndefined()
  expect(roleGate(board, agent(claim))?.status).toBe('not_applicable')
})

it.each<Partial<AgentProfile>>([
  { supportedProtocols: ['media_buy'] },
  { supportedProtocols: ['governance'], ...feature },
  feature,
])('proves that it does not apply to an agent that claims %j', (claim) => {
  expect(roleGate(sellers, agent(claim))).toMatchObject({
    status: 'not_applicable',
    detail: expect.stringContaining('the agent does not claim to sell under campaign governance'),
    evidence: { pointer: '/specialisms', value: [] },
  })
})

it('lets both run against an agent whose capability reply is not valid', () => {
  const { capabilities: _, ...silent } = agent({})
  expect([roleGate(board, silent), roleGate(sellers, silent)]).toEqual([undefined, undefined])
})
