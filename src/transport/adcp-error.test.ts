import { expect, it } from 'vitest'
import type { AdcpError } from '../model/exchange.ts'
import type { Json } from '../model/json.ts'
import { type ErrorSources, readAdcpError, readRpcErrorData } from './adcp-error.ts'

const error = { code: 'PLAN_NOT_FOUND', message: 'm', field: 'plan_id', details: { a: 1 }, recovery: 'correctable' }
const read = { code: 'PLAN_NOT_FOUND', message: 'm', field: 'plan_id', details: { a: 1 } }

it.each<[string, Partial<ErrorSources>, AdcpError]>([
  ['adcp_error', { payload: { adcp_error: error } }, { ...read, pointer: '/adcp_error' }],
  ['adcp_error beside a result', { payload: { adcp_error: error, plans: [] } }, { ...read, pointer: '/adcp_error' }],
  [
    'adcp_error before errors',
    { payload: { errors: [{ code: 'B' }], adcp_error: { code: 'A' } } },
    { code: 'A', pointer: '/adcp_error' },
  ],
  ['adcp_error without fields', { payload: { adcp_error: {} } }, { pointer: '/adcp_error' }],
  [
    'adcp_error with fields of the wrong type',
    { payload: { adcp_error: { code: 5, message: null, field: [] } } },
    { pointer: '/adcp_error' },
  ],
  [
    'nothing but errors',
    { payload: { errors: [error, { code: 'B' }], context: {}, ext: {} } },
    { ...read, pointer: '/errors/0' },
  ],
  [
    'errors beside a failed status',
    { payload: { status: 'failed', plans: [], errors: [{ code: 'A' }] } },
    { code: 'A', pointer: '/errors/0' },
  ],
  [
    'errors beside a result that isError',
    { isError: true, payload: { plans: [], errors: [{ code: 'A' }] } },
    { code: 'A', pointer: '/errors/0' },
  ],
  [
    'error of a result that isError',
    { isError: true, payload: { error: { code: 'A' } } },
    { code: 'A', pointer: '/error' },
  ],
  [
    'words that begin with a code',
    { isError: true, text: 'PLAN_NOT_FOUND: no plan' },
    { code: 'PLAN_NOT_FOUND', message: 'PLAN_NOT_FOUND: no plan' },
  ],
  ['words', { isError: true, text: 'No plan: sorry' }, { message: 'No plan: sorry' }],
  ['words beside a result', { isError: true, text: 'x', payload: { code: 'NOT_READ' } }, { message: 'x' }],
  ['isError and nothing else', { isError: true }, {}],
])('reads %s', (_, sources, expected) => {
  expect(readAdcpError({ payload: undefined, isError: false, ...sources })).toEqual(expected)
})

it.each<[string, Partial<ErrorSources>]>([
  ['no payload', {}],
  ['an empty payload', { payload: {} }],
  ['a code of the task itself', { payload: { code: 'ABC', message: 'm' } }],
  ['an error field without isError', { payload: { error: { code: 'A' } } }],
  ['warnings beside a result', { payload: { plans: [], errors: [{ code: 'A' }] } }],
  ['warnings of a submitted task', { payload: { status: 'submitted', task_id: 't', errors: [{ code: 'A' }] } }],
  ['errors without a code', { payload: { errors: [{ message: 'm' }] } }],
  ['an empty list of errors', { payload: { errors: [] } }],
  ['errors of the wrong type', { payload: { errors: { code: 'A' } } }],
  ['an adcp_error of the wrong type', { payload: { adcp_error: 'A', plans: [] } }],
  ['null', { payload: { adcp_error: null, errors: null } }],
  ['a rejection arm', { payload: { status: 'rejected', rights_id: 'r', reason: 'x' } }],
  ['a denied decision', { payload: { status: 'denied', findings: [] } }],
  ['words without isError', { text: 'PLAN_NOT_FOUND: no plan' }],
])('reads no error in %s', (_, sources) => {
  expect(readAdcpError({ payload: undefined, isError: false, ...sources })).toBeUndefined()
})

it.each<[Json | undefined, AdcpError | undefined]>([
  [{ adcp_error: error }, read],
  [
    { code: 'A', message: 'm' },
    { code: 'A', message: 'm' },
  ],
  [{ code: 5 }, undefined],
  [{ adcp_error: null }, undefined],
  [[], undefined],
  ['A', undefined],
  [undefined, undefined],
])('reads the data %j of a JSON-RPC error', (data, expected) => {
  expect(readRpcErrorData(data)).toEqual(expected)
})
