import { describe, expect, it } from 'vitest'
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
  v31,
} from './evidence.fixture.ts'
import { govNotApproved } from './gov-not-approved.ts'

const expected = ['denied', 'conditions', 'human review', 'an AdCP error']

describe('gov_not_approved', () => {
  it.each([
    result({ status: 'denied' }),
    result({ status: 'conditions' }),
    pending('submitted'),
    pending('working'),
    pending('input-required'),
    refusal({ code: 'PERMISSION_DENIED' }),
    refusal({ code: 'PLAN_NOT_FOUND' }, { status: 'approved' }),
    rpcError(-32000, 'no', { code: 'PERMISSION_DENIED' }),
  ])('passes for %j', (reply) => {
    expect(govNotApproved.evaluate({}, evidence(reply))).toEqual({ status: 'passed' })
  })

  it('fails for an approval', () => {
    expect(govNotApproved.evaluate({}, evidence(result({ status: 'approved' })))).toEqual({
      status: 'failed',
      message: 'the action must not be approved; the decision is "approved"',
      pointer: '',
      expected,
      actual: 'approved',
    })
  })

  it('fails for an approval even when the task claims to be in progress', () => {
    const reply = pending('working', { verdict: 'approved' })
    expect(govNotApproved.evaluate({}, evidence(reply, { adcp: v31 }))).toMatchObject({
      status: 'failed',
      actual: 'approved',
    })
  })

  it.each([
    [result({}), 'a result', ''],
    [result({ status: 'completed', verdict: 'denied' }), 'a result', ''],
    [result({ status: 'rejected' }), 'a result', ''],
    [refusal({ code: 'INTERNAL_ERROR' }), 'the error INTERNAL_ERROR', ''],
    [refusal({ code: 'SERVICE_UNAVAILABLE' }), 'the error SERVICE_UNAVAILABLE', ''],
    [refusal({ code: 'AUTH_REQUIRED' }), 'the error AUTH_REQUIRED', ''],
    [errorInWords('boom'), 'the error without a code (boom)', null],
    [prose('denied'), 'a result without a JSON object', null],
    [rpcError(-32603, 'Internal error'), 'the JSON-RPC error -32603 (Internal error)', null],
    [rpcError(-32000, 'no', { code: 'INTERNAL_ERROR' }), 'the JSON-RPC error -32000 (no)', null],
    [httpError(403), 'HTTP 403', null],
    [httpError(500), 'HTTP 500', null],
    [silence(), 'no usable reply (no answer in 30 s)', null],
  ])('is not satisfied by %j', (reply, words, pointer) => {
    expect(govNotApproved.evaluate({}, evidence(reply))).toEqual({
      status: 'failed',
      message: `the action must not be approved; the agent answered ${words}`,
      pointer,
      expected,
      actual: null,
    })
  })
})
