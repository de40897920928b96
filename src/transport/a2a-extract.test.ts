import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../model/json.ts'
import { completed } from './a2a.fixture.ts'
import { contextIdOf, extractA2aReply, openTaskId } from './a2a-extract.ts'

const data = (value: Json) => ({ kind: 'data', data: value })
const words = (text: string) => ({ kind: 'text', text })
const task = (state: Json, parts: readonly Json[], changes: JsonObject = {}) =>
  completed({}, { status: { state }, artifacts: [{ parts }], ...changes })
const going = (state: Json, parts: readonly Json[]) =>
  completed({}, { status: { state, message: { kind: 'message', role: 'agent', parts } }, artifacts: [] })

describe('a final task', () => {
  it('gives the last DataPart of its first artifact', () => {
    const result = task('completed', [words('Done.'), data({ a: 1 }), data({ a: 2 }), words('{"a":3}')])
    expect(extractA2aReply(result)).toEqual({
      kind: 'task',
      payload: { a: 2 },
      isError: false,
      extraction: { path: 'structured_content' },
      raw: result,
    })
  })

  it('is read in the words of A2A 1.0 too', () => {
    const result = { task: task('TASK_STATE_COMPLETED', [{ text: 'x' }, { data: { a: 1 } }]) }
    expect(extractA2aReply(result)).toMatchObject({ payload: { a: 1 }, isError: false, raw: result })
  })

  it('may have its payload in the status message', () => {
    expect(extractA2aReply(going('completed', [data({ a: 1 }), data({ a: 2 })]))).toMatchObject({
      payload: { a: 1 },
      extraction: { path: 'structured_content', note: 'no artifact has a DataPart; the status message has one' },
    })
  })

  it('that failed brings its error', () => {
    const adcp_error = { code: 'PLAN_NOT_FOUND', message: 'no plan' }
    expect(extractA2aReply(task('failed', [words('No.'), data({ adcp_error })]))).toMatchObject({
      payload: { adcp_error },
      isError: true,
      error: { code: 'PLAN_NOT_FOUND', message: 'no plan', pointer: '/adcp_error' },
      extraction: { path: 'error', note: 'the DataPart holds adcp_error and no result' },
    })
  })

  it.each<[string, Json]>([
    ['another part', task('failed', [data({ adcp_error: { code: 'X_Y' } }), data({ a: 1 })])],
    [
      'another artifact',
      completed(
        {},
        {
          status: { state: 'failed' },
          artifacts: [{ parts: [data({ a: 1 })] }, { parts: [data({ adcp_error: { code: 'X_Y' } })] }],
        },
      ),
    ],
  ])('that failed may have its error in %s', (_, result) => {
    expect(extractA2aReply(result)).toMatchObject({ payload: { a: 1 }, error: { code: 'X_Y' } })
  })

  it.each(['failed', 'rejected', 'canceled', 'auth-required'])('%s without data is an error in words', (state) => {
    expect(extractA2aReply(going(state, [words('AUTH_REQUIRED: log in')]))).toMatchObject({
      payload: undefined,
      isError: true,
      error: { code: 'AUTH_REQUIRED', message: 'AUTH_REQUIRED: log in' },
      extraction: { path: 'none' },
    })
  })

  it('may carry a task of AdCP that goes on', () => {
    const result = task('completed', [data({ status: 'submitted', task_id: 'adcp-1' })])
    expect(extractA2aReply(result)).toMatchObject({ interim: 'submitted', taskId: 'adcp-1', isError: false })
    expect(openTaskId(result)).toBeUndefined()
  })

  it('does not hide its payload in a wrapper', () => {
    const reply = extractA2aReply(task('completed', [data({ response: { a: 1 } })]))
    const note = 'the DataPart wraps its payload in {"response": …}, which AdCP forbids'
    expect(reply).toMatchObject({ payload: undefined, extraction: { path: 'none', note } })
    expect(extractA2aReply(task('completed', [data({ response: {}, a: 1 })])).payload).toEqual({ response: {}, a: 1 })
  })

  it('may have the payload in an envelope', () => {
    const envelope = { status: 'completed', payload: { plans: [] } }
    expect(extractA2aReply(task('completed', [data(envelope)]))).toMatchObject({ payload: { plans: [] }, envelope })
  })
})

describe('a task that goes on', () => {
  it.each(['working', 'submitted', 'input-required'])('%s gives the first DataPart of its message', (state) => {
    const result = going(state, [words('Wait.'), data({ percentage: 10 }), data({ percentage: 20 })])
    expect(extractA2aReply(result)).toMatchObject({
      payload: { percentage: 10 },
      interim: state,
      taskId: 't-1',
      isError: false,
    })
    expect(openTaskId(result)).toBe('t-1')
  })

  it('needs no data', () => {
    const reply = extractA2aReply(completed({}, { status: { state: 'TASK_STATE_INPUT_REQUIRED' } }))
    expect(reply).toMatchObject({ payload: undefined, interim: 'input-required', extraction: { path: 'none' } })
    expect(reply.error).toBeUndefined()
  })
})

describe('what is no task', () => {
  it.each<[string, Json, string | undefined]>([
    [
      'a message',
      { kind: 'message', parts: [data({ a: 1 })] },
      'the agent answered with a Message, where AdCP has a Task',
    ],
    [
      'a state that A2A does not know',
      task('done', [data({ a: 1 })]),
      'the task has the state "done", which A2A does not know',
    ],
    ['a state of the wrong type', task(7, [data({ a: 1 })]), 'the result is no A2A Task'],
    ['null', null, 'the result is no A2A Task'],
    ['a list', [completed({ a: 1 })], 'the result is no A2A Task'],
    ['an envelope in an envelope', { task: { task: completed({ a: 1 }) } }, 'the result is no A2A Task'],
    ['no artifacts', completed({}, { artifacts: null }), undefined],
    ['artifacts of the wrong type', completed({}, { artifacts: ['x', 1, { parts: 'x' }] }), undefined],
    ['data of the wrong type', task('completed', [data(null), data([1]), data('x'), null]), undefined],
  ])('is told for %s', (_, result, note) => {
    expect(extractA2aReply(result)).toEqual({
      kind: 'task',
      payload: undefined,
      isError: false,
      extraction: { path: 'none', ...(note !== undefined && { note }) },
      raw: result,
    })
  })
})

it.each<[string, Json, string | undefined]>([
  ['a task', completed({}), 'c-1'],
  ['a task in an envelope', { task: completed({}) }, 'c-1'],
  ['one that is no text', completed({}, { contextId: 7 }), undefined],
  ['one without end', completed({}, { contextId: 'x'.repeat(1_025) }), undefined],
  ['null', null, undefined],
])('the context of %s', (_, result, id) => {
  expect(contextIdOf(result)).toBe(id)
})
