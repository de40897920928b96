import { describe, expect, it } from 'vitest'
import type { Reply } from '../model/exchange.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { a2aContextContinuity } from './a2a-context-continuity.ts'
import { a2aSubmittedArtifact } from './a2a-submitted-artifact.ts'
import { evidence, httpError, result, rpcError, silence } from './evidence.fixture.ts'
import { exchanged } from './exchange.fixture.ts'

function over(transport: 'a2a' | 'mcp', reply: Reply, contextId?: string) {
  const request = { transport, ...(contextId === undefined ? {} : { contextId }) }
  return evidence(reply, { siblings: [exchanged(reply, request)] })
}

const data = (value: Json) => ({ kind: 'data', data: value })
const submitted = data({ status: 'submitted', task_id: 't' })

function task(more: JsonObject = {}, parts: readonly Json[] = [submitted]): JsonObject {
  return { kind: 'task', id: 'a1', contextId: 'c1', status: { state: 'completed' }, artifacts: [{ parts }], ...more }
}

const came = (raw: Json) => result({ status: 'submitted' }, { raw })

describe('a2a_submitted_artifact', () => {
  const grade = (raw: Json) => a2aSubmittedArtifact.evaluate({}, over('a2a', came(raw)))

  it.each<[string, Json]>([
    ['in the words of A2A 0.3', task()],
    ['in the words of A2A 1.0', { task: task({ status: { state: 'TASK_STATE_COMPLETED' } }) }],
    [
      'in the last of several data parts',
      task({}, [data({ status: 'working' }), { kind: 'text', text: 'x' }, submitted]),
    ],
    ['before parts that hold no object', task({}, [submitted, data(null), data('x'), { kind: 'text', text: 'done' }])],
  ])('passes for a submitted task %s', (_how, raw) => expect(grade(raw)).toEqual({ status: 'passed' }))

  it.each<[string, Json, object]>([
    ['a task without an id', task({ id: '' }), { pointer: '/id', actual: '' }],
    ['a task without a context', task({ contextId: null }), { pointer: '/contextId', actual: null }],
    [
      'a task that goes on',
      task({ status: { state: 'submitted' } }),
      { pointer: '/status/state', actual: 'submitted' },
    ],
    ['a task without a state', task({ status: 'completed' }), { pointer: '/status/state', actual: null }],
    ['a message', task({ kind: 'message' }), { pointer: '/kind', actual: 'message' }],
    [
      'an artifact that says something else',
      task({}, [submitted, data({ status: 'completed' })]),
      { actual: 'completed' },
    ],
    [
      'an artifact without data',
      task({}, [{ kind: 'text', text: 'submitted' }]),
      { pointer: '/artifacts/0/parts', actual: null },
    ],
    ['no artifact', task({ artifacts: [] }), { pointer: '/artifacts/0/parts', actual: null }],
    ['an artifact that is none', task({ artifacts: 'x' }), { pointer: '/artifacts/0/parts' }],
  ])('fails for %s', (_what, raw, outcome) => expect(grade(raw)).toMatchObject({ status: 'failed', ...outcome }))

  it.each([rpcError(-32603, 'no'), httpError(500), silence(), came('text')])('fails for %j', (reply) => {
    expect(a2aSubmittedArtifact.evaluate({}, over('a2a', reply))).toMatchObject({ status: 'failed', actual: null })
  })

  it('says nothing over MCP', () => {
    expect(a2aSubmittedArtifact.evaluate({}, over('mcp', came(task())))).toEqual({
      status: 'not_applicable',
      note: 'the call did not go over A2A, and only A2A has such artifacts',
    })
  })
})

describe('a2a_context_continuity', () => {
  const grade = (raw: Json, sent?: string) => a2aContextContinuity.evaluate({}, over('a2a', came(raw), sent))

  it('passes when the answer keeps the context', () => {
    expect(grade(task(), 'c1')).toEqual({ status: 'passed' })
    expect(grade({ kind: 'message', contextId: 'c1', parts: [] }, 'c1')).toEqual({ status: 'passed' })
  })

  it.each<[Json, string]>([
    ['c2', 'the answer is in another context'],
    ['', 'the answer names no context'],
    [null, 'the answer names no context'],
  ])('fails when the answer names %j', (contextId, message) => {
    expect(grade(task({ contextId }), 'c1')).toEqual({
      status: 'failed',
      message,
      pointer: '/contextId',
      expected: 'c1',
      actual: contextId,
    })
  })

  it('leaves an agent in peace that opens a context for a message that named none', () => {
    expect(grade(task())).toEqual({
      status: 'not_applicable',
      note: 'the message was bound to no context of an earlier step',
    })
  })

  it('says nothing over MCP, and of a JSON-RPC error', () => {
    for (const seen of [over('mcp', came(task()), 'c1'), over('a2a', rpcError(-32600, 'no'), 'c1')])
      expect(a2aContextContinuity.evaluate({}, seen)).toMatchObject({ status: 'not_applicable' })
  })

  it('fails when nothing came', () => {
    expect(a2aContextContinuity.evaluate({}, over('a2a', silence(), 'c1'))).toMatchObject({
      status: 'failed',
      pointer: null,
    })
  })
})
