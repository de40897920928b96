import { describe, expect, it } from 'vitest'
import {
  enveloped,
  errorInWords,
  evidence,
  httpError,
  pending,
  prose,
  refusal,
  result,
  rpcError,
  silence,
} from '../checks/evidence.fixture.ts'
import type { Evidence } from '../model/check.ts'
import type { Reply } from '../model/exchange.ts'
import type { SchemaError } from '../model/schema-set.ts'
import { replyValidation } from './reply-validation.ts'

const outcome = (reply: Reply, expects: Evidence['expects']) => replyValidation(evidence(reply, { expects })).outcome

const table: [string, Reply, Record<Evidence['expects'], string>][] = [
  ['a result', result({ plan_id: 'p' }), { success: 'passed', error: 'failed', any: 'passed' }],
  ['an enveloped result', enveloped({ plan_id: 'p' }), { success: 'passed', error: 'failed', any: 'passed' }],
  ['an AdCP error', refusal(), { success: 'failed', error: 'passed', any: 'passed' }],
  ['an error in words', errorInWords('no'), { success: 'failed', error: 'passed', any: 'passed' }],
  ['a task in progress', pending('working'), { success: 'not_applicable', error: 'failed', any: 'passed' }],
  ['a text without JSON', prose(), { success: 'failed', error: 'failed', any: 'failed' }],
  ['a JSON-RPC error', rpcError(-32602, 'no'), { success: 'failed', error: 'passed', any: 'passed' }],
  [
    'an AdCP error in a JSON-RPC internal error',
    rpcError(-32603, 'no', { code: 'CONFLICT' }),
    { success: 'failed', error: 'passed', any: 'passed' },
  ],
  [
    'a JSON-RPC internal error',
    rpcError(-32603, 'Internal error'),
    { success: 'failed', error: 'failed', any: 'failed' },
  ],
  ['HTTP 400', httpError(400), { success: 'failed', error: 'passed', any: 'passed' }],
  ['HTTP 500', httpError(500), { success: 'failed', error: 'failed', any: 'failed' }],
  ['HTTP 503', httpError(503), { success: 'failed', error: 'failed', any: 'failed' }],
  ['silence', silence(), { success: 'failed', error: 'failed', any: 'failed' }],
]

describe.each(table)('%s', (_name, reply, statuses) => {
  it.each(['success', 'error', 'any'] as const)('where %s is allowed', (expects) => {
    expect(outcome(reply, expects).status).toBe(statuses[expects])
  })
})

it('says what a pass stands for', () => {
  expect(replyValidation(evidence(refusal(), { expects: 'error' }))).toEqual({
    check: 'gov_reply',
    description: 'The agent answers with an error, as this request deserves',
    severity: 'required',
    requirements: [],
    outcome: { status: 'passed' },
  })
})

it('does not take a task in progress for the result that is due', () => {
  expect(outcome(pending('submitted'), 'success')).toEqual({
    status: 'not_applicable',
    note: 'the task is still "submitted", and there is no result yet',
  })
})

it('takes it where the task may be answered so and nothing more is asked for, and its schema accepts it', () => {
  const schema = (...errors: readonly SchemaError[]) => ({ id: 'submitted.json', url: '', validate: () => errors })
  const wrong = { instancePath: '/context', schemaPath: '', keyword: 'type', message: 'must be object' }
  const given = (more: Partial<Evidence>, alone = true) =>
    replyValidation(evidence(pending('submitted'), { expects: 'success', ...more }), alone).outcome
  expect(given({ mayBeInterim: true, responseSchema: schema() })).toEqual({ status: 'passed' })
  expect(given({ mayBeInterim: true, responseSchema: schema(wrong) })).toEqual({
    status: 'failed',
    message: 'the task was taken on in a reply that its schema refuses: must be object',
    pointer: '/context',
    expected: 'submitted.json',
    actual: null,
  })
  expect(given({ mayBeInterim: true, responseSchema: schema() }, false).status).toBe('not_applicable')
  expect(given({ responseSchema: schema() }).status).toBe('not_applicable')
})

it.each<[Reply, Evidence['expects'], object]>([
  [
    refusal({ code: 'CONFLICT', message: 'key reused' }),
    'success',
    {
      message: 'the agent answered the error CONFLICT: key reused',
      pointer: '/adcp_error',
      expected: 'a result',
      actual: 'CONFLICT',
    },
  ],
  [
    errorInWords('boom'),
    'success',
    {
      message: 'the agent answered the error without a code (boom)',
      pointer: null,
      expected: 'a result',
      actual: 'the error without a code (boom)',
    },
  ],
  [
    result({ plan_id: 'p' }),
    'error',
    { message: 'the agent answered a result', pointer: '', expected: 'an error', actual: 'a result' },
  ],
  [
    httpError(500),
    'any',
    { message: 'the agent answered HTTP 500', pointer: null, expected: 'an answer', actual: 500 },
  ],
  [
    silence('closed', 'the connection was closed'),
    'error',
    {
      message: 'the agent answered no usable reply (the connection was closed)',
      pointer: null,
      expected: 'an error',
      actual: 'closed',
    },
  ],
  [
    prose(),
    'success',
    {
      message: 'the agent answered a result without a JSON object',
      pointer: null,
      expected: 'a result',
      actual: 'a result without a JSON object',
    },
  ],
  [
    rpcError(-32601, 'no such tool'),
    'success',
    {
      message: 'the agent answered the JSON-RPC error -32601 (no such tool)',
      pointer: null,
      expected: 'a result',
      actual: 'the JSON-RPC error -32601 (no such tool)',
    },
  ],
])('explains %j where %s is due', (reply, expects, failure) => {
  expect(outcome(reply, expects)).toEqual({ status: 'failed', ...failure })
})
