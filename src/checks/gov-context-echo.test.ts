import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../model/json.ts'
import { enveloped, evidence, noResult, pending, refusal, result } from './evidence.fixture.ts'
import { govContextEcho } from './gov-context-echo.ts'

const context = { correlation_id: 'c1', nested: { list: [1, { a: null }] } }
const sent = { request: { context } }

describe('gov_context_echo when a context was sent', () => {
  it.each<[string, JsonObject]>([
    ['as it was', context],
    ['in another key order', { nested: { list: [1, { a: null }] }, correlation_id: 'c1' }],
  ])('passes when it comes back %s', (_how, echoed) => {
    expect(govContextEcho.evaluate({}, evidence(result({ context: echoed }), sent))).toEqual({ status: 'passed' })
  })

  it('holds for errors and for tasks in progress as well', () => {
    for (const reply of [refusal({ code: 'CONFLICT' }, { context }), pending('submitted', { context })]) {
      expect(govContextEcho.evaluate({}, evidence(reply, sent))).toEqual({ status: 'passed' })
    }
  })

  it('takes the echo from beside the payload or from within it', () => {
    expect(govContextEcho.evaluate({}, evidence(enveloped({ a: 1 }, { status: 'completed', context }), sent))).toEqual({
      status: 'passed',
    })
    expect(govContextEcho.evaluate({}, evidence(enveloped({ a: 1, context }), sent))).toEqual({ status: 'passed' })
  })

  it.each<Json>([
    { ...context, injected: 'key' },
    { ...context, correlation_id: 'c2' },
    { correlation_id: 'c1' },
    { ...context, nested: { list: [1, { a: null, b: null }] } },
    { ...context, nested: { list: [{ a: null }, 1] } },
    {},
    [],
    'c1',
  ])('fails when it comes back as %j', (echoed) => {
    expect(govContextEcho.evaluate({}, evidence(result({ context: echoed }), sent))).toEqual({
      status: 'failed',
      message: 'the context came back changed',
      pointer: '/context',
      expected: context,
      actual: echoed,
    })
  })

  it('fails when it does not come back', () => {
    expect(govContextEcho.evaluate({}, evidence(result({ status: 'approved' }), sent))).toEqual({
      status: 'failed',
      message: 'the context was not echoed',
      pointer: '/context',
      expected: context,
      actual: null,
    })
  })

  it('fails when an empty one is dropped', () => {
    expect(govContextEcho.evaluate({}, evidence(result({}), { request: { context: {} } }))).toMatchObject({
      status: 'failed',
      expected: {},
    })
  })

  it.each(noResult.filter(({ pointer }) => pointer === null))(
    'fails when the agent answered $words',
    ({ reply, words }) => {
      expect(govContextEcho.evaluate({}, evidence(reply, sent))).toEqual({
        status: 'failed',
        message: `the context was not echoed: the agent answered ${words}`,
        pointer: null,
        expected: context,
        actual: null,
      })
    },
  )
})

describe('gov_context_echo when no context was sent', () => {
  it.each([{}, { context: null }])('passes for %j', (payload) => {
    expect(govContextEcho.evaluate({}, evidence(result(payload)))).toEqual({ status: 'passed' })
  })

  it('fails when the agent invents one', () => {
    expect(govContextEcho.evaluate({}, evidence(result({ context: { correlation_id: 'made up' } })))).toEqual({
      status: 'failed',
      message: 'no context was sent, and the reply carries one',
      pointer: '/context',
      expected: null,
      actual: { correlation_id: 'made up' },
    })
    expect(govContextEcho.evaluate({}, evidence(enveloped({}, { status: 'completed', context })))).toMatchObject({
      status: 'failed',
    })
  })

  it.each(noResult.filter(({ pointer }) => pointer === null))(
    'proves nothing when the agent answered $words',
    ({ reply, words }) => {
      expect(govContextEcho.evaluate({}, evidence(reply))).toEqual({
        status: 'not_applicable',
        note: `nothing could carry a context: the agent answered ${words}`,
      })
    },
  )
})
