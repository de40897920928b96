import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import type { Exchange, Reply } from '../model/exchange.ts'
import type { Json } from '../model/json.ts'
import { evidence, httpError, noResult, pending, refusal, result, v31 } from './evidence.fixture.ts'
import { govEscalated } from './gov-escalated.ts'

const params = { checked_by: 'check' }

function exchange(reply: Reply): Exchange {
  const request = { transport: 'mcp', operation: 'check_governance', url: 'http://agent.test', payload: {} } as const
  return { request, reply, startedAt: '2027-01-01T00:00:00.000Z', durationMs: 1, http: [] }
}

/** An audit reply, after a check that was answered like this. */
function audit(summary: Json, check: Reply | undefined) {
  const earlier = (step: string) => (step === 'check' && check ? exchange(check) : undefined)
  return evidence(result({ plans: [{ plan_id: 'p', summary }] }), { earlier })
}

describe('gov_escalated', () => {
  it.each(['submitted', 'working', 'input-required'] as const)('passes when the check is %s', (status) => {
    expect(govEscalated.evaluate(params, audit({}, pending(status)))).toEqual({
      status: 'passed',
      note: `check is "${status}"`,
    })
  })

  it.each([
    { escalations: [{ check_id: 'c', reason: 'r' }] },
    { statuses: { human_reviewed: 1 } },
    { escalations: [], statuses: { human_reviewed: 2 } },
  ])('passes when the audit records %j, even if the check was answered at once', (summary) => {
    expect(govEscalated.evaluate(params, audit(summary, result({ status: 'denied' })))).toEqual({
      status: 'passed',
      note: 'recorded in the audit summary',
    })
  })

  it.each<Json>([
    {},
    null,
    'human',
    { escalations: [] },
    { escalations: 3 },
    { statuses: { human_reviewed: 0 } },
    { statuses: { human_reviewed: '1' } },
    { statuses: null },
  ])('fails when the check was decided at once and the audit summary is %j', (summary) => {
    expect(govEscalated.evaluate(params, audit(summary, result({ status: 'approved' })))).toEqual({
      status: 'failed',
      message:
        'no human was asked: check was answered at once with "approved", and the audit summary records no escalation',
      pointer: '/plans/0/summary',
      expected: 'an asynchronous check, or summary.escalations, or summary.statuses.human_reviewed',
      actual: typeof summary === 'object' ? summary : null,
    })
  })

  it('names the decision by its version', () => {
    const reply = result({ status: 'completed', verdict: 'denied' })
    expect(govEscalated.evaluate(params, { ...audit({}, reply), adcp: v31 })).toMatchObject({
      message:
        'no human was asked: check was answered at once with "denied", and the audit summary records no escalation',
    })
  })

  it.each([refusal(), httpError(500)])('fails when the check was answered with %j', (reply) => {
    expect(govEscalated.evaluate(params, audit({}, reply))).toMatchObject({ status: 'failed' })
  })

  it.each(noResult)('fails when the audit was answered with $words', ({ reply, pointer }) => {
    const seen = evidence(reply, { earlier: () => exchange(result({ status: 'approved' })) })
    expect(govEscalated.evaluate(params, seen)).toMatchObject({
      status: 'failed',
      pointer: pointer === null ? null : '/plans/0/summary',
    })
  })

  it('blames nobody when the check was never sent', () => {
    expect(() => govEscalated.evaluate(params, audit({}, undefined))).toThrow(AuthoringDefect)
    expect(govEscalated.evaluate(params, audit({ escalations: [{}] }, undefined))).toMatchObject({ status: 'passed' })
  })
})
