import { describe, expect, it } from 'vitest'
import type { Storyboard } from '../model/storyboard.ts'
import { boardGate } from './board-gates.ts'
import { contractGate } from './contract-gate.ts'
import { agentWith, boardOf, gatingOf } from './gating.fixture.ts'
import { offersOf } from './offers.ts'

const gate = (value: Partial<Storyboard>, who = agentWith(), more: object = {}) =>
  boardGate(boardOf(value, more), gatingOf(who))

it('lets a storyboard without demands run', () => {
  expect(gate({})).toBeUndefined()
})

describe('required_tools', () => {
  it('are met by one of them', () => {
    expect(gate({ required_tools: ['create_media_buy', 'get_products'] })).toBeUndefined()
    expect(gate({ required_tools: [] })).toBeUndefined()
  })

  it('block when the agent claims what they belong to', () => {
    const seller = agentWith({ supportedProtocols: ['media_buy'] })
    expect(gate({ required_tools: ['create_media_buy'] }, seller)).toEqual({
      status: 'blocked',
      reason: 'missing_tool',
      detail:
        'the agent offers none of create_media_buy; it offers sync_plans, get_products; supported_protocols [media_buy], specialisms []',
    })
  })

  it('block when nothing tells what it claims', () => {
    const { capabilities: _, ...silent } = agentWith()
    expect(gate({ required_tools: ['create_media_buy'] }, silent)).toMatchObject({ status: 'blocked' })
    expect(gate({ required_tools: ['no_such_tool'] })).toMatchObject({ status: 'blocked' })
  })

  it('do not apply when it claims nothing of the kind', () => {
    expect(gate({ required_tools: ['create_media_buy', 'list_creatives'] })).toMatchObject({
      status: 'not_applicable',
      reason: 'missing_tool',
      evidence: { pointer: '/supported_protocols', value: ['governance'] },
    })
  })
})

it('names every scenario that is not there', () => {
  expect(gate({ requires_scenarios: ['a', 'b', 'c'] }, agentWith(), { unresolved: ['a', 'c'] })).toEqual({
    status: 'blocked',
    reason: 'requirement_unmet',
    detail:
      'unresolved_scenario_reference: requires_scenarios reference "a" did not resolve against the source tree, requires_scenarios reference "c" did not resolve against the source tree',
  })
})

describe('capabilities', () => {
  const wanted = [
    { path: 'a', equals: 1 },
    { path: 'b', present: true },
  ]
  it('must all hold', () => {
    expect(gate({ requires_all_capabilities: wanted }, agentWith({ capabilities: { a: 1, b: 0 } }))).toBeUndefined()
    expect(gate({ requires_all_capabilities: wanted }, agentWith({ capabilities: { a: 1 } }))).toMatchObject({
      status: 'not_applicable',
      evidence: { pointer: '/b', value: null },
    })
  })

  it('that an official storyboard wants in prose count for it, and for no other of that id', () => {
    const official = { family: { kind: 'universal' } }
    expect(gate({ id: 'signed_requests' }, agentWith(), official)).toMatchObject({ status: 'not_applicable' })
    expect(gate({ id: 'signed_requests' }, agentWith())).toBeUndefined()
    const signing = agentWith({ capabilities: { request_signing: { supported: true } } })
    expect(gate({ id: 'signed_requests' }, signing, official)).toBeUndefined()
    const claiming = agentWith({ specialisms: ['signed_requests'] })
    expect(gate({ id: 'signed_requests' }, claiming, official)).toBeUndefined()
    expect(gate({ id: 'constructor' }, agentWith(), official)).toBeUndefined()
  })
})

it('says first what makes a storyboard not apply', () => {
  const both = { introduced_in: '3.1', requires: ['controller'] }
  expect(gate(both)).toMatchObject({ status: 'not_applicable' })
})

describe('requires_contract', () => {
  const step = { id: 's', task: 't', requires_contract: 'webhook_receiver_runner' }
  it('is met by a run that fulfils it', () => {
    expect(contractGate(step, offersOf({ webhookReceiver: true }))).toBeUndefined()
    expect(contractGate({ id: 's', task: 't' }, offersOf())).toBeUndefined()
  })
  it('takes the step out of scope otherwise', () => {
    expect(contractGate(step, offersOf())).toEqual({
      verdict: {
        status: 'not_applicable',
        reason: 'unsatisfied_contract',
        detail: 'the runner contract webhook_receiver_runner is not in scope of this run',
      },
      validations: [],
    })
  })
})

it('in a run against several agents a capability of one of them is enough', () => {
  const [sales, governance] = [
    agentWith({ capabilities: { media_buy: { supports_proposals: true } } }),
    agentWith({ capabilities: {} }),
  ]
  const wanted = boardOf({ requires_capability: { path: 'media_buy.supports_proposals', equals: true } })
  const verdictFor = (...agents: (typeof sales)[]) => {
    const offers = offersOf({ agents: new Map(agents.map((agent, i) => [`agent${i}`, agent])) })
    return boardGate(wanted, gatingOf(governance, { release: '3.1.19', offers }))
  }
  expect(verdictFor(governance, sales)).toBeUndefined()
  expect(verdictFor(governance, governance)).toMatchObject({ status: 'not_applicable' })
})
