import { describe, expect, it } from 'vitest'
import { agentWith, boardOf, gatingOf } from './gating.fixture.ts'
import { ifOfferedGate } from './if-offered-gate.ts'

const gate = (if_offered: readonly string[] | undefined, who = agentWith()) =>
  ifOfferedGate(boardOf(if_offered === undefined ? {} : { if_offered }), gatingOf(who))

describe('if_offered', () => {
  it('lets a storyboard run when all of its tools are offered, or it names none', () => {
    expect(gate(undefined)).toBeUndefined()
    expect(gate(['sync_plans'])).toBeUndefined()
    expect(gate(['sync_plans', 'get_products'])).toBeUndefined()
  })

  it('does not apply when one of them is not, whatever the agent claims', () => {
    const seller = agentWith({ supportedProtocols: ['media_buy'] })
    expect(gate(['get_products', 'build_creative'], seller)).toEqual({
      status: 'not_applicable',
      reason: 'missing_tool',
      detail: 'the agent does not offer build_creative, and need not; it offers sync_plans, get_products',
      evidence: { pointer: '/tools', value: ['sync_plans', 'get_products'] },
    })
  })

  it('proves nothing of an agent that tells nothing of itself', () => {
    const { capabilities: _, ...silent } = agentWith()
    expect(gate(['build_creative'], silent)).toBeUndefined()
  })
})
