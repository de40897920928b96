import { describe, expect, it } from 'vitest'
import type { Storyboard } from '../model/storyboard.ts'
import { agentWith, boardOf, gatingOf } from './gating.fixture.ts'
import { offersOf } from './offers.ts'
import { requiresGate, toolFamiliesGate } from './requires-gate.ts'

const agent = agentWith()
const controlled = agentWith({ tools: ['comply_test_controller'] })
const two = new Map([
  ['sales', agent],
  ['governance', agent],
])
const phases = [{ id: 'p', steps: [{ id: 's', task: 't', agent: 'governance' }] }]

describe('requires', () => {
  const gate = (value: Partial<Storyboard>, who = agent, offers = offersOf()) =>
    requiresGate(boardOf(value), gatingOf(who, { offers }))

  it.each<[Partial<Storyboard>, typeof agent, ReturnType<typeof offersOf>]>([
    [{}, agent, offersOf()],
    [{ requires: ['real_wire'] }, agent, offersOf()],
    [{ requires: ['controller', 'real_wire'] }, controlled, offersOf()],
    [{ requires: ['seeded_state'] }, agent, offersOf({ seededState: true })],
    [{ requires: ['webhook_receiver'] }, agent, offersOf({ webhookReceiver: true })],
    [{ requires: ['multi_agent'], default_agent: 'sales', phases }, agent, offersOf({ agents: two })],
  ])('%j is met', (value, who, offers) => {
    expect(gate(value, who, offers)).toBeUndefined()
  })

  it.each<[Partial<Storyboard>, string]>([
    [{ requires: ['real_wire', 'controller'] }, 'controller; the agent offers no comply_test_controller'],
    [
      { requires: ['seeded_state'] },
      'seeded_state; give --assert-seeded-state when the state it presupposes is at the agent',
    ],
    [{ requires: ['webhook_receiver'] }, 'webhook_receiver; this run hosts no webhook receiver'],
    [{ requires: ['multi_agent'] }, 'multi_agent; name several agents, with --agent key=url for each'],
    [{ requires: ['time_travel'] }, 'time_travel; this release does not know what it is'],
    [{ requires: ['constructor'] }, 'constructor; this release does not know what it is'],
  ])('%j blocks by name', (value, detail) => {
    expect(gate(value)).toEqual({ status: 'blocked', reason: 'requirement_unmet', detail })
  })

  it('multi_agent needs every agent that steps name', () => {
    const offers = offersOf({ agents: two })
    expect(gate({ requires: ['multi_agent'], default_agent: 'buyer', phases }, agent, offers)).toMatchObject({
      detail: 'multi_agent; no agent of this run is called buyer',
    })
  })
})

describe('required_any_of_tools', () => {
  const gate = (families: Storyboard['required_any_of_tools']) =>
    toolFamiliesGate(boardOf({ ...(families && { required_any_of_tools: families }) }), gatingOf(agent))

  it('is met by one tool of each family', () => {
    expect(gate(undefined)).toBeUndefined()
    expect(gate([{ tools: ['a', 'sync_plans'] }, { tools: ['get_products', 'b'] }])).toBeUndefined()
  })

  it('is told as the contract wants it', () => {
    expect(gate([{ tools: ['sync_plans', 'a'] }, { tools: ['a', 'b', 'c'], rationale: 'AdCP 3.0.9' }])).toEqual({
      status: 'blocked',
      reason: 'requirement_unmet',
      detail: 'missing_required_tool_family: needs a or b or c (AdCP 3.0.9)',
    })
  })
})
