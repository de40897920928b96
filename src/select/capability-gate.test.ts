import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../model/json.ts'
import type { CapabilityMatch } from '../model/storyboard.ts'
import { capabilityGate } from './capability-gate.ts'
import { agentWith, gatingOf } from './gating.fixture.ts'

const path = 'media_buy.modes'

function verdictOf(wanted: CapabilityMatch, capabilities: JsonObject, release = '3.1.19') {
  return capabilityGate(wanted, gatingOf(agentWith({ capabilities }), { release }))
}

it('does not apply to an agent that declares another value, and says where', () => {
  expect(
    verdictOf({ path: 'adcp.idempotency.supported', equals: true }, { adcp: { idempotency: { supported: false } } }),
  ).toEqual({
    status: 'not_applicable',
    reason: 'unsatisfied_contract',
    detail: 'the agent declares adcp.idempotency.supported as false; this is for agents with true',
    evidence: { pointer: '/adcp/idempotency/supported', value: false },
  })
})

describe('from 3.1 on', () => {
  it.each<[Partial<CapabilityMatch>, JsonObject['x'] | undefined, boolean]>([
    [{ equals: 'a' }, 'a', true],
    [{ equals: { a: 1, b: 2 } }, { b: 2, a: 1 }, true],
    [{ equals: 'a' }, 'b', false],
    [{ equals: 'a' }, undefined, false],
    [{ equals: false }, undefined, false],
    [{ contains: 'a' }, ['b', 'a'], true],
    [{ contains: 'a' }, ['b'], false],
    [{ contains: 'a' }, 'a', false],
    [{ contains: 'a' }, undefined, false],
    [{ not_contains: 'a' }, ['b'], true],
    [{ not_contains: 'a' }, undefined, true],
    [{ not_contains: 'a' }, ['a'], false],
    [{ present: true }, {}, true],
    [{ present: true }, false, true],
    [{ present: true }, undefined, false],
    [{ present: false }, undefined, true],
    [{ present: false }, 0, false],
    [{ present: true, contains: 'a' }, ['b'], false],
  ])('%j of %j applies: %s', (matcher, declared, applies) => {
    const capabilities = declared === undefined ? {} : { media_buy: { modes: declared } }
    expect(verdictOf({ path, ...matcher }, capabilities) === undefined).toBe(applies)
  })

  it('takes null for nothing', () => {
    expect(verdictOf({ path, present: true }, { media_buy: { modes: null } })).toMatchObject({
      detail: 'the agent declares media_buy.modes as nothing; this is for agents with present: true',
      evidence: { pointer: '/media_buy/modes', value: null },
    })
  })
})

describe('in 3.0', () => {
  it.each([{ equals: true }, { contains: 'a' }])('what is not declared proves nothing: %j runs', (matcher) => {
    expect(verdictOf({ path, ...matcher }, {}, '3.0.6')).toBeUndefined()
    expect(verdictOf({ path, ...matcher }, { media_buy: { modes: null } }, '3.0.6')).toBeUndefined()
  })
  it('what is declared otherwise does not apply', () => {
    expect(verdictOf({ path, contains: 'a' }, { media_buy: { modes: [] } }, '3.0.6')?.status).toBe('not_applicable')
  })
})

it('lets everything run when the agent gave no valid capabilities', () => {
  const { capabilities: _, ...silent } = agentWith()
  expect(capabilityGate({ path, present: true }, gatingOf(silent, { release: '3.1.19' }))).toBeUndefined()
})

it.each<[CapabilityMatch, string]>([
  [{ path }, 'requires_capability media_buy.modes says nothing that must hold'],
  [{ path: 'a b[', equals: 1 }, 'requires_capability: "a b[" is not a path: write it like plans[0].plan_id'],
])('%j is a defect of the storyboard, not of the agent', (wanted, detail) => {
  expect(verdictOf(wanted, {})).toEqual({ status: 'blocked', reason: 'authoring_defect', detail })
})
