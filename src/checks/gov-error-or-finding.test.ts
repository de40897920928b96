import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import type { Reply } from '../model/exchange.ts'
import type { Json } from '../model/json.ts'
import { seenAfter } from './earlier.fixture.ts'
import { httpError, noResult, pending, refusal, result, silence } from './evidence.fixture.ts'
import { govErrorOrFinding } from './gov-error-or-finding.ts'

const params = { checked_by: 'check', class: 'validation' } as const
const accepted = result({ plans: [{ plan_id: 'p', status: 'active' }] })
const finding = { category_id: 'c', explanation: 'e', severity: 'warning' }

describe('gov_error_or_finding', () => {
  it.each<Reply>([
    refusal({ code: 'VALIDATION_ERROR' }),
    refusal({ code: 'BUDGET_BELOW_COMMITTED' }),
    result({ plans: [{ plan_id: 'p', status: 'error' }] }),
  ])('passes when the earlier step was refused with %j', (earlier) => {
    const seen = seenAfter(earlier, result({ status: 'approved' }))
    expect(govErrorOrFinding.evaluate(params, seen)).toEqual({ status: 'passed', note: 'check was refused' })
  })

  it('passes when it was accepted and this reply carries a finding', () => {
    const seen = seenAfter(accepted, result({ status: 'approved', findings: [finding] }))
    expect(govErrorOrFinding.evaluate(params, seen)).toEqual({ status: 'passed' })
  })

  it.each<Json>([null, [], 'none', [{ severity: 'warning' }]])(
    'fails when it was accepted and the findings are %j',
    (findings) => {
      const seen = seenAfter(accepted, result({ status: 'approved', findings }))
      expect(govErrorOrFinding.evaluate(params, seen)).toMatchObject({
        status: 'failed',
        message: expect.stringContaining('check was accepted'),
      })
    },
  )

  it('waits for the decision when the check is not decided yet', () => {
    expect(govErrorOrFinding.evaluate(params, seenAfter(accepted, pending('submitted')))).toEqual({
      status: 'not_applicable',
      note: 'the check is not decided yet, and its findings come with the decision',
    })
  })

  it.each([refusal({ code: 'PLAN_NOT_FOUND' }), httpError(500), silence()])(
    'does not take %j for a refusal of that class',
    (earlier) => {
      expect(govErrorOrFinding.evaluate(params, seenAfter(earlier, result({ status: 'approved' })))).toMatchObject({
        status: 'failed',
      })
    },
  )

  it.each(noResult)('fails when the next check was answered with $words', ({ reply }) => {
    expect(govErrorOrFinding.evaluate(params, seenAfter(accepted, reply))).toMatchObject({ status: 'failed' })
  })

  it('blames nobody when the earlier step was never sent', () => {
    expect(() => govErrorOrFinding.evaluate(params, seenAfter(undefined, accepted))).toThrow(AuthoringDefect)
  })
})
