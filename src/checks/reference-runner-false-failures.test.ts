import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../model/json.ts'
import { evidence, refusal, result, rpcError } from './evidence.fixture.ts'
import { exchanged } from './exchange.fixture.ts'
import { findCheck } from './index.ts'

/** Conformant agents that another runner of the same storyboards is known to fail. */
const grade = (kind: string, params: JsonObject, seen = evidence(result({}))) => findCheck(kind)?.evaluate(params, seen)
const passed = { status: 'passed' }

describe('what must not fail', () => {
  it('an object whose keys come in another order', () => {
    const a = { plan_id: 'p', budget: { total: 1, currency: 'USD' } }
    const value = { budget: { currency: 'USD', total: 1 }, plan_id: 'p' }
    const seen = evidence(result({ a }), { context: new Map([['a', value]]) })
    expect(grade('field_value', { path: 'a', value }, seen)).toEqual(passed)
    expect(grade('field_value_or_absent', { path: 'a', value }, seen)).toEqual(passed)
    expect(grade('field_equals_context', { path: 'a', context_key: 'a' }, seen)).toEqual(passed)
  })

  it.each(['field_value_or_absent', 'envelope_field_value_or_absent'])('null for an optional field: %s', (kind) => {
    expect(grade(kind, { path: 'replayed', value: false }, evidence(result({ replayed: null })))).toEqual(passed)
  })

  it('an error code, wherever the binding puts it', () => {
    const wanted = { value: 'PLAN_NOT_FOUND' }
    const inList = result(
      { errors: [{ code: 'PLAN_NOT_FOUND' }] },
      { error: { code: 'PLAN_NOT_FOUND', pointer: '/errors/0' } },
    )
    for (const reply of [refusal(), inList, rpcError(-32000, 'x', { code: 'PLAN_NOT_FOUND' })])
      expect(grade('error_code', wanted, evidence(reply))).toEqual(passed)
  })

  it('an A2A agent whose words come before the data part that counts', () => {
    const parts = [
      { kind: 'text', text: 'on its way' },
      { kind: 'data', data: { status: 'submitted' } },
    ]
    const raw = { kind: 'task', id: 'a', contextId: 'c', status: { state: 'completed' }, artifacts: [{ parts }] }
    const reply = result({ status: 'submitted' }, { raw })
    const seen = evidence(reply, { siblings: [exchanged(reply, { transport: 'a2a' })] })
    expect(grade('a2a_submitted_artifact', {}, seen)).toEqual(passed)
  })

  it('an A2A agent that opens a context for a message which named none', () => {
    const reply = result({}, { raw: { kind: 'task', contextId: 'new' } })
    const seen = evidence(reply, { siblings: [exchanged(reply, { transport: 'a2a' })] })
    expect(grade('a2a_context_continuity', {}, seen)).toMatchObject({ status: 'not_applicable' })
  })

  it('an agent whose references name it without the path of its transport', () => {
    const agent_url = 'https://agent.test'
    const payload = { refs: [{ agent_url, id: 'f' }], known: [{ agent_url: `${agent_url}/`, id: 'f' }] }
    const params = {
      source: { from: 'current_step', path: 'refs[*]' },
      target: { from: 'current_step', path: 'known[*]' },
      match_keys: ['agent_url', 'id'],
      scope: { key: 'agent_url', equals: '$agent_url' },
    }
    const seen = evidence(result(payload), { agentUrl: `${agent_url}/mcp` })
    expect(grade('refs_resolve', params, seen)).toEqual(passed)
  })

  it('an empty list where a list is asked for: how many items it needs is for the schema to say', () => {
    expect(grade('field_present', { path: 'a' }, evidence(result({ a: [] })))).toEqual(passed)
  })

  it('an agent without a recording test controller, asked what it called', () => {
    const upstream = { status: 'not_offered', note: 'no query_upstream_traffic' } as const
    expect(grade('upstream_traffic', {}, evidence(result({}), { upstream }))).toMatchObject({
      status: 'not_applicable',
    })
  })

  it('a result with fields that its schema does not name', () => {
    const responseSchema = { id: 'x', url: 'x', validate: () => [] }
    expect(grade('response_schema', {}, evidence(result({ more: 1 }), { responseSchema }))).toEqual(passed)
  })
})
