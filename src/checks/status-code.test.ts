import { describe, expect, it } from 'vitest'
import { evidence, httpError, pending, refusal, result, rpcError, silence } from './evidence.fixture.ts'
import { statusCode } from './status-code.ts'

describe('status_code', () => {
  it.each([undefined, 'success', true, 200, '200', 'completed'])('%j asks for success', (value) => {
    const params = value === undefined ? {} : { value }
    expect(statusCode.evaluate(params, evidence(result({})))).toEqual({ status: 'passed' })
    expect(statusCode.evaluate(params, evidence(refusal()))).toEqual({
      status: 'failed',
      message: 'the agent answered the error PLAN_NOT_FOUND',
      pointer: '',
      expected: value ?? 'success',
      actual: 'error',
    })
  })

  it.each(['error', 'failed', 'failure', false, 400, 500, '404'])('%j asks for a failure', (value) => {
    expect(statusCode.evaluate({ value }, evidence(refusal()))).toEqual({ status: 'passed' })
    expect(statusCode.evaluate({ value }, evidence(rpcError(-32602, 'no')))).toEqual({ status: 'passed' })
    expect(statusCode.evaluate({ value }, evidence(result({})))).toEqual({
      status: 'failed',
      message: 'the agent answered a result',
      pointer: '',
      expected: value,
      actual: 'success',
    })
  })

  it('takes a task in progress for no failure', () => {
    expect(statusCode.evaluate({ value: 'error' }, evidence(pending('working')))).toMatchObject({ status: 'failed' })
  })

  it('fails an HTTP error where success is due', () => {
    expect(statusCode.evaluate({}, evidence(httpError(503)))).toEqual({
      status: 'failed',
      message: 'the agent answered HTTP 503',
      pointer: null,
      expected: 'success',
      actual: 'error',
    })
  })

  it.each([{}, { value: 'error' }])('is never satisfied by silence: %j', (params) => {
    expect(statusCode.evaluate(params, evidence(silence()))).toEqual({
      status: 'failed',
      message: 'the agent gave no usable reply (no answer in 30 s)',
      pointer: null,
      expected: params.value ?? 'success',
      actual: null,
    })
  })
})
