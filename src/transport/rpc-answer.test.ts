import { expect, it } from 'vitest'
import type { Json, JsonObject } from '../model/json.ts'
import { askOne, type OnCall, stream } from './ask-one.fixture.ts'
import { event, json, result } from './loopback.fixture.ts'
import { readAnswer } from './rpc-answer.ts'

const fine: JsonObject = { jsonrpc: '2.0', id: 7, result: { a: 1 } }
const twice = 'the agent sent two answers to one request, so that none of them holds'
const both = 'the agent answered with a result and an error in one JSON-RPC message, so that neither holds'

it.each<[string, Json]>([
  ['the message', fine],
  ['a message with members that JSON-RPC does not know', { ...fine, extra: 1 }],
  ['a message whose error is null', { ...fine, error: null }],
  ['a message that names the id as text', { ...fine, id: '7' }],
  ['a batch beside messages for others', [{ method: 'ping', id: 7 }, { ...fine, id: 8 }, fine]],
])('finds the result in %s', (_, message) => {
  expect(readAnswer(message, 7)).toMatchObject({ kind: 'result', result: { a: 1 } })
})

it.each<[string, Json | undefined]>([
  ['nothing', undefined],
  ['null', null],
  ['an empty batch', []],
  ['a result for another request', { ...fine, id: 8 }],
  ['an error of the wrong type', { id: 7, error: 'no' }],
])('finds no answer in %s', (_, message) => {
  expect(readAnswer(message, 7)).toBeUndefined()
})

it('takes neither of a result and an error in one message', () => {
  const error = { code: -32000, message: 'no' }
  const refused = { kind: 'unreachable', cause: 'not_protocol', message: both }
  expect(readAnswer({ ...fine, error }, 7)).toEqual(refused)
  expect(readAnswer({ ...fine, result: null, error }, 7)).toMatchObject({ kind: 'rpc_error', code: -32000 })
})

it.each<[string, OnCall]>([
  ['a batch', (m, r) => json(r, [result(m, { a: 1 }), result(m, { a: 2 })])],
  ['one piece of a stream', (m, r) => stream(r).end(event(result(m, { a: 1 })) + event(result(m, { a: 2 })))],
  [
    'a stream that goes on',
    (m, r) => {
      stream(r).write(event(result(m, { a: 1 })))
      r.write(event(result(m, { a: 1 })))
    },
  ],
])('takes neither of two answers in %s', async (_, onCall) => {
  const { reply } = await askOne(onCall)
  expect(reply).toEqual({ kind: 'unreachable', cause: 'not_protocol', message: twice })
})

it('does not wait long for a second answer on a stream that stays open', async () => {
  const { reply, durationMs } = await askOne((m, r) =>
    stream(r).write(event(result(m, { structuredContent: { a: 1 } }))),
  )
  expect(reply).toMatchObject({ kind: 'task', payload: { a: 1 } })
  expect(durationMs).toBeLessThan(200)
})
