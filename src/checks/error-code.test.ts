import { describe, expect, it } from 'vitest'
import { errorCode } from './error-code.ts'
import {
  errorInWords,
  evidence,
  httpError,
  pending,
  prose,
  refusal,
  result,
  rpcError,
  silence,
} from './evidence.fixture.ts'

const wanted = { value: 'PLAN_NOT_FOUND' }

describe('error_code', () => {
  it.each([
    ['in the payload', refusal({ code: 'PLAN_NOT_FOUND' })],
    ['in the data of a JSON-RPC error', rpcError(-32000, 'no plan', { code: 'PLAN_NOT_FOUND' })],
  ])('reads the code %s', (_where, reply) => {
    expect(errorCode.evaluate(wanted, evidence(reply))).toEqual({ status: 'passed' })
    expect(errorCode.evaluate({ allowed_values: ['CONFLICT', 'PLAN_NOT_FOUND'] }, evidence(reply))).toEqual({
      status: 'passed',
    })
    expect(errorCode.evaluate({}, evidence(reply))).toEqual({ status: 'passed' })
  })

  it('fails for another code, and points at it', () => {
    expect(errorCode.evaluate(wanted, evidence(refusal({ code: 'plan_not_found' })))).toEqual({
      status: 'failed',
      message: 'the error code is another one',
      pointer: '/adcp_error/code',
      expected: 'PLAN_NOT_FOUND',
      actual: 'plan_not_found',
    })
  })

  it('does not take the code of a result for an error code', () => {
    const reply = result({ code: 'PLAN_NOT_FOUND', errors: [] })
    expect(errorCode.evaluate(wanted, evidence(reply))).toEqual({
      status: 'failed',
      message: 'expected an AdCP error; the agent answered a result',
      pointer: '',
      expected: 'PLAN_NOT_FOUND',
      actual: null,
    })
  })

  it.each([
    [errorInWords('boom'), 'the error without a code (boom)', null],
    [refusal({ message: 'boom' }), 'the error without a code (boom)', '/adcp_error/code'],
    [prose(), 'a result without a JSON object', null],
    [pending('submitted'), 'a task that is still "submitted"', ''],
    [rpcError(-32602, 'Invalid params'), 'the JSON-RPC error -32602 (Invalid params)', null],
    [httpError(404), 'HTTP 404', null],
    [httpError(500), 'HTTP 500', null],
    [silence(), 'no usable reply (no answer in 30 s)', null],
  ])('is not satisfied with any code by %#: %j', (reply, words, pointer) => {
    expect(errorCode.evaluate({}, evidence(reply))).toEqual({
      status: 'failed',
      message: `expected an AdCP error; the agent answered ${words}`,
      pointer,
      expected: 'any AdCP error code',
      actual: null,
    })
  })
})
