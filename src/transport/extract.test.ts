import { describe, expect, it } from 'vitest'
import type { Json } from '../model/json.ts'
import { extractTaskReply } from './extract.ts'

const text = (value: string) => ({ type: 'text', text: value })
const structured = (structuredContent: Json) => extractTaskReply({ structuredContent, content: [] })

describe('where the payload is', () => {
  it('prefers structuredContent to text', () => {
    const result = { structuredContent: { a: 1 }, content: [text('{"b":2}')] }
    expect(extractTaskReply(result)).toEqual({
      kind: 'task',
      payload: { a: 1 },
      isError: false,
      extraction: { path: 'structured_content' },
      raw: result,
    })
  })

  it('takes the first text that is a JSON object', () => {
    const content = [
      text('Here it is:'),
      { type: 'image', data: '{"no":1}' },
      text('[1]'),
      text('{"a":2}'),
      text('{"b":3}'),
    ]
    expect(extractTaskReply({ structuredContent: null, content })).toMatchObject({
      payload: { a: 2 },
      extraction: { path: 'text_fallback' },
    })
  })

  it.each<[string, Json]>([
    ['no content', {}],
    ['null content', { content: null }],
    ['empty content', { content: [] }],
    ['content of the wrong type', { content: { type: 'text', text: '{"a":1}' } }],
    ['blocks of the wrong type', { content: [null, 1, 'x', { type: 'text', text: 5 }] }],
    ['text that is not an object', { content: [text('null'), text('hello'), text('[]')] }],
    ['structuredContent that is a list', { structuredContent: [], content: [] }],
    ['a list', []],
    ['null', null],
  ])('finds none in %s', (_, result) => {
    const reply = extractTaskReply(result)
    expect(reply).toEqual({
      kind: 'task',
      payload: undefined,
      isError: false,
      extraction: { path: 'none' },
      raw: result,
    })
  })

  it('keeps of the raw result what the contract names', () => {
    expect(extractTaskReply({ isError: false, _meta: { a: 1 }, content: [] }).raw).toEqual({
      isError: false,
      content: [],
    })
  })

  it('takes isError for true only when it is true', () => {
    expect(extractTaskReply({ isError: 'true', content: [] }).isError).toBe(false)
  })
})

describe('a text that says otherwise than structuredContent', () => {
  const both = (structuredContent: Json, ...texts: readonly string[]) =>
    extractTaskReply({ structuredContent, content: texts.map(text) })

  it('is named, and does not count', () => {
    const reply = both({ status: 'denied', a: { b: 1 } }, 'Denied.', '{"status":"approved"}', '{"status":"denied"}')
    expect(reply.payload).toEqual({ status: 'denied', a: { b: 1 } })
    expect(reply.extraction).toEqual({
      path: 'structured_content',
      contradiction: 'the text says otherwise than structuredContent at /status',
    })
  })

  it.each<[string, string]>([
    ['repeats it', '{"a":{"b":1},"status":"denied"}'],
    ['says less', '{"status":"denied"}'],
    ['says more', '{"status":"denied","note":"x"}'],
    ['is for people', 'The plan was approved? No.'],
    ['is JSON of another kind', '["approved"]'],
    ['is empty', ''],
  ])('is not seen where the text %s', (_, words) => {
    const reply = both({ status: 'denied', a: { b: 1 } }, words)
    expect(reply.extraction).toEqual({ path: 'structured_content' })
  })
})

describe('the protocol envelope', () => {
  it('is taken off', () => {
    const envelope = { status: 'completed', task_id: 't', message: 'done', payload: { plans: [] } }
    expect(structured(envelope)).toMatchObject({
      payload: { plans: [] },
      envelope,
      extraction: { path: 'structured_content', note: 'the payload was taken out of a protocol envelope' },
    })
  })

  it.each<[string, Json]>([
    ['a governance decision', { status: 'approved', payload: { a: 1 } }],
    ['no status', { payload: { a: 1 } }],
    ['a payload that is a list', { status: 'completed', payload: [] }],
    ['a field of the task beside payload', { status: 'completed', check_id: 'c', payload: { a: 1 } }],
  ])('is not seen in %s', (_, payload) => {
    const reply = structured(payload)
    expect(reply.payload).toEqual(payload)
    expect(reply.envelope).toBeUndefined()
  })

  it('brings the error of its payload, and its own', () => {
    const errors = [{ code: 'INVALID_REQUEST', message: 'm' }]
    expect(structured({ status: 'failed', payload: { errors } }).error).toEqual({
      code: 'INVALID_REQUEST',
      message: 'm',
      pointer: '/errors/0',
    })
    expect(structured({ status: 'failed', adcp_error: { code: 'X' }, payload: {} }).error).toEqual({ code: 'X' })
  })
})

describe('a reply that is not final', () => {
  it.each<[string, Json, string | undefined]>([
    ['submitted with a task id', { status: 'submitted', task_id: 't' }, 'submitted'],
    ['working and nothing else', { status: 'working', message: 'wait' }, 'working'],
    [
      'input-required with other fields and a task id',
      { status: 'input-required', task_id: 't', hint: 1 },
      'input-required',
    ],
    ['submitted in an envelope', { status: 'submitted', payload: { account: {} } }, 'submitted'],
    ['submitted with advisory errors', { status: 'submitted', task_id: 't', errors: [{ code: 'W' }] }, 'submitted'],
    ['completed', { status: 'completed', task_id: 't' }, undefined],
    ['a result whose own status is working', { status: 'working', plans: [] }, undefined],
    ['a governance decision', { status: 'conditions', check_id: 'c' }, undefined],
    ['an envelope around a decision', { status: 'completed', payload: { status: 'approved' } }, undefined],
    ['a task id of the wrong type', { status: 'submitted', task_id: 7, plans: [] }, undefined],
  ])('%s', (_, payload, interim) => {
    const reply = structured(payload)
    expect(reply.interim).toBe(interim)
    expect(reply.taskId).toBe(interim && (payload as { task_id?: string }).task_id)
    expect(reply.error).toBeUndefined()
  })

  it('is not seen in an error', () => {
    const result = { isError: true, structuredContent: { status: 'working', task_id: 't' }, content: [text('X_Y: no')] }
    expect(extractTaskReply(result)).toMatchObject({ isError: true, error: { code: 'X_Y', message: 'X_Y: no' } })
    expect(extractTaskReply(result)).not.toHaveProperty('interim')
  })
})

it('names the path of a reply that is nothing but an error', () => {
  const adcp_error = { code: 'PLAN_NOT_FOUND' }
  const extraction = { path: 'error', note: 'structuredContent holds adcp_error and no result' }
  expect(extractTaskReply({ isError: true, structuredContent: { adcp_error } }).extraction).toEqual(extraction)
  expect(
    extractTaskReply({ isError: true, content: [text(JSON.stringify({ adcp_error, context: {} }))] }),
  ).toMatchObject({
    extraction: { path: 'error', note: 'the text holds adcp_error and no result' },
    error: { code: 'PLAN_NOT_FOUND', pointer: '/adcp_error' },
  })
  expect(extractTaskReply({ isError: true, structuredContent: { adcp_error, plans: [] } }).extraction).toEqual({
    path: 'structured_content',
  })
})
