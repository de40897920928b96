import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import type { JsonObject } from '../model/json.ts'
import { enveloped, evidence, noResult, pending, refusal, result, v31 } from './evidence.fixture.ts'
import { govDecision } from './gov-decision.ts'

describe('gov_decision at 3.0', () => {
  it.each(['approved', 'denied', 'conditions'])('reads %s from status', (status) => {
    expect(govDecision.evaluate({ value: status }, evidence(result({ status })))).toEqual({ status: 'passed' })
    expect(govDecision.evaluate({ allowed_values: ['x', status] }, evidence(result({ status })))).toEqual({
      status: 'passed',
    })
  })

  it('fails for another decision', () => {
    expect(govDecision.evaluate({ value: 'denied' }, evidence(result({ status: 'approved' })))).toEqual({
      status: 'failed',
      message: 'the decision is "approved"',
      pointer: '/status',
      expected: 'denied',
      actual: 'approved',
    })
  })

  it.each([
    'completed',
    'submitted',
    'working',
    'Approved',
    'escalated',
    '',
    null,
    true,
    ['approved'],
    { approved: 1 },
  ])('takes %j for no decision', (status) => {
    expect(govDecision.evaluate({ value: 'approved' }, evidence(result({ status })))).toEqual({
      status: 'failed',
      message: `"status" holds ${JSON.stringify(status)}, which is not a governance decision`,
      pointer: '/status',
      expected: 'approved',
      actual: status,
    })
  })

  it('does not read the name of another version', () => {
    expect(
      govDecision.evaluate({ value: 'approved' }, evidence(result({ verdict: 'approved', decision: 'approved' }))),
    ).toEqual({
      status: 'failed',
      message: 'there is no decision in "status"',
      pointer: '/status',
      expected: 'approved',
      actual: null,
    })
  })

  it('reads the payload within an envelope, never the status of the envelope', () => {
    expect(govDecision.evaluate({ value: 'denied' }, evidence(enveloped({ status: 'denied' })))).toEqual({
      status: 'passed',
    })
    const approvedOutside = enveloped({ check_id: 'c' }, { status: 'approved' })
    expect(govDecision.evaluate({ value: 'approved' }, evidence(approvedOutside))).toMatchObject({ status: 'failed' })
  })
})

describe('gov_decision at 3.1', () => {
  const at31 = (payload: JsonObject) => evidence(result(payload), { adcp: v31 })

  it('reads verdict while status holds the task status', () => {
    const seen = at31({ status: 'completed', verdict: 'denied' })
    expect(govDecision.evaluate({ value: 'denied' }, seen)).toEqual({ status: 'passed' })
  })

  it('does not fall back to status', () => {
    expect(govDecision.evaluate({ value: 'approved' }, at31({ status: 'approved' }))).toEqual({
      status: 'failed',
      message: 'there is no decision in "verdict"',
      pointer: '/verdict',
      expected: 'approved',
      actual: null,
    })
  })

  it('takes nothing that a task in progress says for the decision', () => {
    const seen = evidence(pending('working', { verdict: 'approved' }), { adcp: v31 })
    expect(govDecision.evaluate({ value: 'approved' }, seen)).toEqual({
      status: 'failed',
      message: 'there is no decision yet: the agent answered a task that is still "working"',
      pointer: '/verdict',
      expected: 'approved',
      actual: 'approved',
    })
  })
})

it('never passes an error reply that also says approved', () => {
  const reply = refusal({ code: 'PERMISSION_DENIED' }, { status: 'approved' })
  expect(govDecision.evaluate({ value: 'approved' }, evidence(reply))).toMatchObject({ status: 'failed' })
})

it.each(noResult)('fails when the agent answered $words', ({ reply, words, pointer }) => {
  expect(govDecision.evaluate({ value: 'denied' }, evidence(reply))).toEqual({
    status: 'failed',
    message: `there is no decision in "status"; the agent answered ${words}`,
    pointer: pointer === null ? null : '/status',
    expected: 'denied',
    actual: null,
  })
})

it('never passes without a decision to compare', () => {
  expect(() => govDecision.evaluate({}, evidence(result({})))).toThrow(AuthoringDefect)
})
