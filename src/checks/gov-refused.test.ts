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
import { govRefused } from './gov-refused.ts'

const findings = [{ category_id: 'seller', explanation: 'not approved', severity: 'critical' }]

describe('gov_refused', () => {
  it('takes a denial with a finding', () => {
    expect(govRefused.evaluate({}, evidence(result({ status: 'denied', findings })))).toEqual({ status: 'passed' })
    const at31 = evidence(result({ status: 'completed', verdict: 'denied', findings }), { adcp: v31 })
    expect(govRefused.evaluate({}, at31)).toEqual({ status: 'passed' })
  })

  it('takes an error with one of the codes', () => {
    const denied = { code: 'PERMISSION_DENIED' }
    expect(govRefused.evaluate({}, evidence(refusal(denied)))).toEqual({ status: 'passed' })
    expect(govRefused.evaluate({}, evidence(rpcError(-32001, 'no', denied)))).toEqual({ status: 'passed' })
    const seller = refusal({ code: 'SELLER_NOT_RECOGNIZED' })
    expect(govRefused.evaluate({ codes: ['SELLER_NOT_RECOGNIZED'] }, evidence(seller))).toEqual({ status: 'passed' })
    expect(govRefused.evaluate({ codes: ['SELLER_NOT_RECOGNIZED'] }, evidence(refusal(denied)))).toMatchObject({
      status: 'failed',
    })
  })

  it.each([
    [{ status: 'denied' }, 'the decision is "denied" without a finding', 'denied'],
    [{ status: 'denied', findings: [] }, 'the decision is "denied" without a finding', 'denied'],
    [{ status: 'denied', findings: 'many' }, 'the decision is "denied" without a finding', 'denied'],
    [{ status: 'approved', findings }, 'the decision is "approved"', 'approved'],
    [{ status: 'conditions', findings }, 'the decision is "conditions"', 'conditions'],
    [{ status: 'completed', verdict: 'denied', findings }, 'the agent answered a result', null],
    [{}, 'the agent answered a result', null],
  ])('fails for %j', (payload, what, actual) => {
    expect(govRefused.evaluate({}, evidence(result(payload)))).toEqual({
      status: 'failed',
      message: `the action must be refused; ${what}`,
      pointer: '',
      expected: ['denied with a finding', 'PERMISSION_DENIED'],
      actual,
    })
  })

  it('does not let an error of another kind carry a denial', () => {
    const reply = refusal({ code: 'INTERNAL_ERROR' }, { status: 'denied', findings })
    expect(govRefused.evaluate({}, evidence(reply))).toMatchObject({ status: 'failed', actual: 'INTERNAL_ERROR' })
  })

  it.each([
    errorInWords('PERMISSION_DENIED'),
    prose('denied'),
    pending('submitted'),
    rpcError(-32603, 'no'),
    httpError(403),
    httpError(500),
    silence(),
  ])('fails for %j', (reply) => {
    expect(govRefused.evaluate({}, evidence(reply))).toMatchObject({ status: 'failed', actual: null })
  })
})
